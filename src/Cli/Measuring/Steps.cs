using System.Diagnostics;
using System.Text.Json;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Shows the steps of something that takes minutes, and how long it will take if it takes as long as the last time.</summary>
internal sealed class Steps
{
    private readonly Surroundings _surroundings;
    private readonly string _file;
    private readonly Dictionary<string, double> _times;
    private readonly System.Collections.Generic.Queue<string> _left;
    private readonly int _of;

    /// <summary>Reads the times of earlier runs.</summary>
    /// <param name="surroundings">Where progress is shown.</param>
    /// <param name="folder">Where times are kept.</param>
    /// <param name="names">All steps, in order.</param>
    public Steps(Surroundings surroundings, StrengthFolder folder, params IReadOnlyList<string> names)
    {
        _surroundings = surroundings;
        _file = folder.Times;
        _times = Read(_file);
        _left = new System.Collections.Generic.Queue<string>(names);
        _of = names.Count;
    }

    /// <summary>Does the next step.</summary>
    public async Task<T> NextAsync<T>(Func<Task<T>> work)
    {
        var remaining = Remaining();
        var name = _left.Dequeue();
        _surroundings.Error.WriteDrawing($"[{_of - _left.Count}/{_of}] {name}{remaining}");
        var clock = Stopwatch.StartNew();
        var result = await work();
        _times[name] = clock.Elapsed.TotalSeconds;
        ReportJson.Write(_file, _times);
        return result;
    }

    /// <summary>Does the next step.</summary>
    public Task NextAsync(Func<Task> work) =>
        NextAsync(async () =>
        {
            await work();
            return true;
        });

    private string Remaining() =>
        _left.All(_times.ContainsKey) ? $" (all that is left took {_left.Sum(n => _times[n]):0} s the last time)" : "";

    private static Dictionary<string, double> Read(string file)
    {
        try
        {
            return File.Exists(file) ? ReportJson.Read<Dictionary<string, double>>(file) : [];
        }
        catch (JsonException)
        {
            return []; // Only a guess is lost.
        }
    }
}
