namespace ConcurrencyKatas.Worker;

/// <summary>
/// A little program for workers that have nothing to do yet: what they run for the first time here (loading an assembly, starting,
/// locking, recording, joining), they have run before when a submission comes. Nobody looks at its runs.
/// </summary>
public static class Rehearsal
{
    /// <summary>Starts so many children, who take turns.</summary>
    /// <param name="children">How many.</param>
    public static void Run(int children)
    {
        var gate = new Lock("gate");
        var places = new Semaphore(2, "places");
        var cast = new List<Process>();
        for (var number = 1; number <= children; number++)
        {
            var actor = new Process(Act, number, gate, places) { Name = $"actor-{number}" };
            actor.Start();
            cast.Add(actor);
        }
        foreach (var actor in cast)
        {
            actor.Join();
        }
    }

    private static void Act(int number, Lock gate, Semaphore places)
    {
        using (places.Enter())
        {
            gate.Acquire();
            try
            {
                Mark.On("stage").Record($"{number} acts");
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
