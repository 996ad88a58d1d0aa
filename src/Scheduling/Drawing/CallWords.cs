using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Says calls on objects of a manager as they stand in source: <c>left["count"] → 100</c>.</summary>
internal static class CallWords
{
    private const int ValueLetters = 24;

    /// <summary>A call and what it brought.</summary>
    public static string Did(Step step, string name, SlotKind kind)
    {
        var verb = (ManagerVerb)step.Operation.Argument;
        var call = Does(step.Operation, name, kind);
        if (Answer(step) is not { } answer)
        {
            return call;
        }
        return answer.Status switch
        {
            not ManagerStatus.Done => $"{call} → {Refusal(answer.Status)}",
            _ when verb is ManagerVerb.Contains => $"{call} → {(Say(answer.Values[0]) == "0" ? "false" : "true")}",
            _ when verb is ManagerVerb.Copy or ManagerVerb.Keys or ManagerVerb.Values =>
                $"{call} → {Cut(string.Join(", ", answer.Values.Select(Say)))}",
            _ when answer.Values.Count > 0 => $"{call} → {Say(answer.Values[0])}",
            _ => call,
        };
    }

    /// <summary>A call before its answer is known.</summary>
    public static string Does(in Operation operation, string name, SlotKind kind)
    {
        var verb = (ManagerVerb)operation.Argument;
        var arguments = Arguments(operation);
        var all = Cut(string.Join(", ", arguments));
        var isNamespace = kind == SlotKind.NamespaceProxy;
        return (verb, arguments.Count) switch
        {
            (ManagerVerb.Create, 0) => $"makes {name}",
            (ManagerVerb.Create, _) => $"makes {name}: {all}",
            (ManagerVerb.Get, 1) when isNamespace => $"{name}.{arguments[0].Trim('"')}",
            (ManagerVerb.Set, 2) when isNamespace => $"{name}.{arguments[0].Trim('"')} = {arguments[1]}",
            (ManagerVerb.Keys, _) when isNamespace => $"{name}.Names",
            (ManagerVerb.Count, _) when kind == SlotKind.ArrayProxy => $"{name}.Length",
            (ManagerVerb.Get, 0) => $"{name}.Value",
            (ManagerVerb.Set, 1) => $"{name}.Value = {all}",
            (ManagerVerb.Get, _) => $"{name}[{all}]",
            (ManagerVerb.Set, 2) => $"{name}[{arguments[0]}] = {arguments[1]}",
            (ManagerVerb.Count or ManagerVerb.Keys or ManagerVerb.Values, _) => $"{name}.{verb}",
            _ => $"{name}.{Method(verb, arguments.Count, kind)}({all})",
        };
    }

    /// <summary>The values that a call was given, in words.</summary>
    public static IReadOnlyList<string> Arguments(in Operation operation)
    {
        try
        {
            return [.. ManagerArguments.Unpack(operation.Payload).Select(Say)];
        }
        catch (WireFormatException)
        {
            return []; // Hostile bytes; the call was refused, and there is nothing to say of them.
        }
    }

    /// <summary>An encoded value, in few words.</summary>
    public static string Say(byte[] encoded)
    {
        try
        {
            return Cut(Say(Wire.DecodeNeutral(encoded)));
        }
        catch (WireFormatException)
        {
            return "?"; // Hostile bytes, which may be kept but not read.
        }
    }

    private static ManagerAnswer? Answer(Step step) =>
        step.Decision.Payload is { } payload ? ManagerAnswer.Decode(payload) : null;

    // The wire has one verb where lists and dictionaries have different methods.
    private static string Method(ManagerVerb verb, int arguments, SlotKind kind) =>
        verb switch
        {
            ManagerVerb.Contains => kind == SlotKind.NamespaceProxy ? "Contains" : "ContainsKey",
            ManagerVerb.AddMany => kind == SlotKind.ListProxy ? "AddRange" : "Update",
            ManagerVerb.Copy => kind switch
            {
                SlotKind.ListProxy => "ToList",
                SlotKind.ArrayProxy => "ToArray",
                _ => "ToDictionary",
            },
            ManagerVerb.Remove when kind == SlotKind.ListProxy => arguments == 0 ? "RemoveLast" : "RemoveAt",
            _ => verb.ToString(),
        };

    private static string Refusal(ManagerStatus status) =>
        status switch
        {
            ManagerStatus.NoSuchKey => "no such key",
            ManagerStatus.NoSuchIndex => "no such index",
            ManagerStatus.KeyExists => "there already",
            ManagerStatus.Empty => "empty",
            _ => "refused",
        };

    private static string Say(object? value) =>
        value switch
        {
            null => "null",
            bool yes => yes ? "true" : "false",
            string text => $"\"{text}\"",
            object?[] items => $"[{string.Join(", ", items.Select(Say))}]",
            IReadOnlyDictionary<string, object?> members =>
                $"{{{string.Join(", ", members.Select(member => $"{member.Key}: {Say(member.Value)}"))}}}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string Cut(string text) => text.Length <= ValueLetters ? text : text[..(ValueLetters - 1)] + "…";
}
