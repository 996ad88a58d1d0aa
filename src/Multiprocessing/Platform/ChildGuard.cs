namespace ConcurrencyKatas.Platform;

/// <summary>What a child does at its start so as not to outlive those who are responsible for it.</summary>
public static class ChildGuard
{
    /// <summary>With what a process ends that was ended for another's sake: as shells say "killed".</summary>
    internal const int ExitCode = 128 + Signals.Kill;

    private const int StackSize = 256 * 1024;

    private static readonly List<PassedDescriptor> s_received = [];

    private static IPlatform Platform => OperatingSystemPlatform.Current;

    /// <summary>Has this process ended when its parent ends.</summary>
    /// <param name="parentPid">Who the parent is; if it has ended already, this process ends at once.</param>
    public static void DieWithParent(int parentPid) => Platform.Processes.DieWithParent(parentPid);

    /// <summary>Ends this process as soon as the sentinel's maker closes it or dies.</summary>
    /// <param name="descriptor">The inherited read end of a <see cref="Sentinel"/>.</param>
    public static void DieWithSentinel(int descriptor) => Guard("session sentinel", () => Watch(descriptor));

    /// <summary>
    /// The descriptor that was passed to this process under a number (<see cref="PassedDescriptor.To"/>). Programs that this
    /// process starts do not get it by accident.
    /// </summary>
    public static int Inherited(int number) =>
        s_received.Find(one => one.To == number)?.From ?? Platform.Processes.Inherited(number);

    /// <summary>Enters a descriptor that this process was handed after its start, as one that was passed to it under a number.</summary>
    internal static void Receive(int number, int descriptor) =>
        s_received.Add(new PassedDescriptor(descriptor, number));

    /// <summary>Ends this process once a wait is over.</summary>
    internal static void Guard(string name, Action wait)
    {
        var thread = new Thread(
            () =>
            {
                wait();
                Platform.Processes.Exit(ExitCode);
            },
            StackSize
        )
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
    }

    private static unsafe void Watch(int descriptor)
    {
        byte one;
        while (Platform.Pipes.Read(descriptor, &one, 1) > 0) { }
    }
}
