using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// A child that was started before anybody asked for it: it has the session's memory and waits to be told what to run. Whoever
/// is told nothing ends with the process that started it, however that one ends.
/// </summary>
internal sealed unsafe class Spare : IDisposable
{
    private readonly Dictionary<string, string> _variables;
    private readonly string _directory;
    private readonly IReadOnlyList<AssemblyPath> _loaded;
    private readonly ChildHandle _child;
    private readonly int _channel;

    private Spare(
        Dictionary<string, string> variables,
        string directory,
        IReadOnlyList<AssemblyPath> loaded,
        ChildHandle child,
        int channel
    ) => (_variables, _directory, _loaded, _child, _channel) = (variables, directory, loaded, child, channel);

    private static IPipes Pipes => OperatingSystemPlatform.Current.Pipes;

    /// <summary>Starts one.</summary>
    /// <param name="paths">Assemblies that it may load while it waits.</param>
    public static Spare Start(IReadOnlyList<AssemblyPath> paths)
    {
        (Dictionary<string, string> variables, string directory) = Surroundings();
        (int ours, int theirs) = Pipes.CreateDuplex();
        try
        {
            Session session = Session.Current;
            ChildHandle child = ChildStart.Spawn(
                new ChildRequest(
                    ChildRequest.SpareSlot,
                    session.Memory.Length,
                    ChildStart.HasSentinel(session),
                    paths,
                    []
                ),
                [new PassedDescriptor(theirs, ChildRequest.SpareDescriptor)],
                variables,
                SpawnOutput.Inherit,
                static _ => { }
            );
            return new Spare(variables, directory, paths, child, ours);
        }
        catch
        {
            Pipes.Close(ours);
            throw;
        }
        finally
        {
            Pipes.Close(theirs);
        }
    }

    /// <summary>Whether a child that was started now would be the same.</summary>
    /// <param name="paths">Assemblies that it will need.</param>
    public bool Fits(IReadOnlyList<AssemblyPath> paths)
    {
        try
        {
            (Dictionary<string, string> variables, string directory) = Surroundings();
            return directory == _directory
                && variables.Count == _variables.Count
                && variables.All(one => _variables.TryGetValue(one.Key, out string? value) && value == one.Value)
                && !paths.Any(HasAnotherBuildOf)
                && !_child.TryReap(out _);
        }
        catch (IOException)
        {
            return false; // The current directory has been removed.
        }
    }

    /// <summary>Waits until it has done what can be done before it knows what to run.</summary>
    /// <returns>Whether it has; otherwise it has ended.</returns>
    public bool WaitUntilReady()
    {
        byte one;
        return Pipes.Read(_channel, &one, 1) == 1;
    }

    /// <summary>Tells it what to run. From then on it is a child like others.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="descriptors">What it gets besides what every child gets.</param>
    /// <param name="started">Called with its id before it is told.</param>
    public ChildHandle Use(ChildRequest request, IReadOnlyList<PassedDescriptor> descriptors, Action<int> started)
    {
        started(_child.Pid);
        var message = new WireBuffer();
        foreach (PassedDescriptor passed in descriptors)
        {
            message.Fixed32(passed.To);
        }
        message.Raw(request.Encode());
        try
        {
            // One that was killed at this moment is a child that was killed: its exit code tells.
            if (Pipes.HandOver(_channel, [.. descriptors.Select(static passed => passed.From)]))
            {
                DescriptorPipe.Send(_channel, message.Written);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
        Pipes.Close(_channel);
        return _child;
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        Pipes.Close(_channel);
        _child.Kill();
        _ = _child.WaitForExit(Timeout.InfiniteTimeSpan);
        _child.Dispose();
    }

    // A process loads one build of a name.
    private bool HasAnotherBuildOf(AssemblyPath wanted) =>
        _loaded.Any(loaded =>
            loaded.Version != wanted.Version && Path.GetFileName(loaded.Path) == Path.GetFileName(wanted.Path)
        );

    private static (Dictionary<string, string> Variables, string Directory) Surroundings() =>
        (ChildCommand.Variables(), Environment.CurrentDirectory);
}
