namespace ConcurrencyKatas.Scheduling;

/// <summary>How a mark's text is written: the object's name, a tab, and what happened.</summary>
public static class MarkText
{
    /// <summary>The name of the object that the mark is recorded on.</summary>
    public static string ObjectOf(string? text)
    {
        var tab = text?.IndexOf('\t') ?? -1;
        return tab < 0 ? "marks" : text![..tab];
    }

    /// <summary>What happened to it.</summary>
    public static string WhatOf(string? text)
    {
        var tab = text?.IndexOf('\t') ?? -1;
        return tab < 0 ? text ?? "" : text![(tab + 1)..];
    }
}
