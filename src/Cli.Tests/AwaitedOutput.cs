namespace ConcurrencyKatas.Cli.Tests;

/// <summary>What a verb writes, to be waited for while it still runs.</summary>
internal sealed class AwaitedOutput : StringWriter
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    private readonly System.Threading.Lock _gate = new();
    private readonly List<(string Text, int Times, TaskCompletionSource Seen)> _awaited = [];

    public AwaitedOutput() => NewLine = "\n";

    /// <summary>Ends when a text has been written this often.</summary>
    public async Task WaitForAsync(string text, int times = 1)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited.Add((text, times, seen));
            Look();
        }
        try
        {
            await seen.Task.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Nobody wrote '{text}' {times} times, but:\n{this}");
        }
    }

    public override void Write(char value)
    {
        lock (_gate)
        {
            base.Write(value);
            Look();
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (_gate)
        {
            base.Write(buffer, index, count);
            Look();
        }
    }

    public override void Write(string? value)
    {
        lock (_gate)
        {
            base.Write(value);
            Look();
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return base.ToString();
        }
    }

    private void Look()
    {
        if (_awaited.Count == 0)
        {
            return;
        }
        var written = GetStringBuilder().ToString();
        foreach (var (_, _, seen) in _awaited.Where(a => written.Split(a.Text).Length > a.Times))
        {
            seen.TrySetResult();
        }
    }
}
