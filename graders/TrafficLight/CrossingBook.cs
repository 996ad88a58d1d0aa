using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Graders.TrafficLight;

/// <summary>
/// Reads the marks of a crossing (<c>car 2 enters</c>, <c>the light turns red</c>, and <c>arrives</c> on <c>car 2</c>) and
/// says what is wrong with them.
/// </summary>
internal static class CrossingBook
{
    // Who is woken looks again to see why; that is a few times, and has an end.
    private const int LooksAtMost = 8;

    public static bool IsArriving(MarkEvent mark) => mark.What == "arrives";

    public static bool IsEntering(MarkEvent mark) => mark.What.EndsWith("enters");

    public static bool IsLeaving(MarkEvent mark) => mark.What.EndsWith("leaves");

    public static bool IsTurningGreen(MarkEvent mark) => mark.What == "the light turns green";

    public static bool IsTurningRed(MarkEvent mark) => mark.What == "the light turns red";

    public static bool IsOfACar(MarkEvent mark) => IsArriving(mark) || IsEntering(mark) || IsLeaving(mark);

    public static int Car(MarkEvent mark) => int.Parse((IsArriving(mark) ? mark.Object : mark.What).Split(' ')[1]);

    /// <summary>How many cars have come to the light.</summary>
    public static int Arrived(KataRun run) => run.Marks.Where(IsArriving).Select(Car).Distinct().Count();

    /// <summary>Which cars are on the crossing after the last mark.</summary>
    public static IReadOnlyList<int> Inside(KataRun run)
    {
        List<int> inside = [];
        foreach (var mark in run.Marks.Where(mark => IsEntering(mark) || IsLeaving(mark)))
        {
            Follow(mark, inside);
        }
        return inside;
    }

    /// <summary>A car that entered on red, or was on the crossing when the light turned red.</summary>
    public static Violation? OnRed(KataRun run)
    {
        var isGreen = false;
        List<int> inside = [];
        foreach (var mark in run.Marks.Where(mark => !IsArriving(mark)))
        {
            if (IsOfACar(mark))
            {
                if (IsEntering(mark) && !isGreen)
                {
                    return new Violation(
                        $"car {Car(mark)} drove onto the crossing while the light was red.",
                        mark.Step
                    );
                }
                Follow(mark, inside);
                continue;
            }
            isGreen = IsTurningGreen(mark);
            if (!isGreen && inside.Count > 0)
            {
                var cars = string.Join(" and ", inside.Select(car => $"car {car}"));
                return new Violation(
                    $"the light turned red while {cars} {(inside.Count == 1 ? "was" : "were")} on the crossing.",
                    mark.Step
                );
            }
        }
        return null;
    }

    /// <summary>A run that says nothing about the light, because nobody crossed.</summary>
    public static Violation? StayedEmpty(KataRun run) =>
        run.Run.Ending == Ending.Completed && !run.Marks.Any(IsEntering)
            ? new Violation("Everything ended and no car had ever crossed, so this could not be shown.")
            : null;

    /// <summary>A car that did not arrive, enter and leave, each once.</summary>
    public static Violation? NotAcross(KataRun run)
    {
        var count = Count(run);
        var marks = run.Marks.Where(IsOfACar).ToLookup(Car);
        foreach (var stranger in marks.Where(car => car.Key < 1 || car.Key > count))
        {
            return new Violation(
                $"car {stranger.Key} came, but the cars are numbered from 1 to {count}.",
                stranger.First().Step
            );
        }
        for (var car = 1; car <= count; car++)
        {
            var (came, crossed) = (marks[car].Count(IsArriving), marks[car].Count(IsEntering));
            if (came != 1 || crossed != 1)
            {
                return new Violation(
                    $"car {car} came to the light {Times(came)} and crossed {Times(crossed)}.",
                    marks[car].LastOrDefault()?.Step
                );
            }
            // The order of the two is settled only within a process; who shares one is found by another claim.
            if (marks[car].All(mark => mark.Actor == marks[car].First().Actor) && !IsArriving(marks[car].First()))
            {
                return new Violation($"car {car} crossed before it had come to the light.", marks[car].First().Step);
            }
        }
        return null;
    }

    /// <summary>A light that was not green once for each ferry, for its cars and no other, and red in the end.</summary>
    public static Violation? Misled(KataRun run)
    {
        var greens = 0;
        var isGreen = false;
        foreach (var mark in run.Marks.Where(mark => !IsArriving(mark)))
        {
            if (IsTurningGreen(mark) || IsTurningRed(mark))
            {
                if (IsTurningGreen(mark) == isGreen)
                {
                    return new Violation($"{mark.What}, and was {(isGreen ? "green" : "red")} already.", mark.Step);
                }
                isGreen = !isGreen;
                greens += isGreen ? 1 : 0;
            }
            else if (IsEntering(mark) && Ferry(mark, run) != greens)
            {
                return new Violation(
                    $"car {Car(mark)} came with ferry {Ferry(mark, run)}, and crossed after the light had turned green "
                        + $"{Times(greens)}: each ferry has one green.",
                    mark.Step
                );
            }
        }
        return greens != Ferries(run)
                ? new Violation(
                    $"the light turned green {Times(greens)} for {Ferries(run)} ferries.",
                    run.MainReturnedAt
                )
            : isGreen ? new Violation("Open returned while the light was green.", run.MainReturnedAt)
            : null;
    }

    /// <summary>A process that ended by an exception.</summary>
    public static Violation? Crashed(KataRun run) => ProcessBook.Crashed(run);

    /// <summary>A process that had not ended when Open returned.</summary>
    public static Violation? LeftBehind(KataRun run) => ProcessBook.LeftBehind(run, "Open");

    /// <summary>A car that does not sleep at the light: it asks again and again, or waits for a limited time.</summary>
    public static Violation? Asks(KataRun run)
    {
        var waiting = new Dictionary<int, int>();
        foreach (var step in run.Run.Steps)
        {
            if (step.Operation.Kind == OperationKind.Mark)
            {
                if (step.Operation.Text!.EndsWith("\tarrives"))
                {
                    waiting[step.Actor] = 0;
                }
                else
                {
                    waiting.Remove(step.Actor);
                }
                continue;
            }
            if (!waiting.TryGetValue(step.Actor, out var looks))
            {
                continue;
            }
            var name = run.Actors[step.Actor].Name;
            if (step.Operation.Timeout > 0 && step.Operation.Kind != OperationKind.Sleep)
            {
                var limit = TimeSpan.FromTicks(step.Operation.Timeout).TotalSeconds;
                return new Violation(
                    $"{name} waits at the light for {limit:0.###} s at most, and what then? It is to sleep until it is woken.",
                    step.Index
                );
            }
            waiting[step.Actor] = looks += IsLook(step.Operation) ? 1 : 0;
            if (looks > LooksAtMost)
            {
                return new Violation(
                    $"{name} has come to the light and asked {looks} times how it stands, instead of sleeping until it is woken.",
                    step.Index,
                    "polling"
                );
            }
        }
        return null;
    }

    /// <summary>Two cars, or a car and main, in one process.</summary>
    public static Violation? SharedProcess(KataRun run) =>
        ProcessBook.Shared(run, "car", Car, Count(run), isTheirs: IsOfACar);

    /// <summary>A process table with fewer processes beside main than there are cars; the light may have one, too.</summary>
    public static Violation? NotAProcessEach(RealRun real) =>
        ProcessBook.NotAProcessEach(real, "car", (int)real.Arguments[0]! * (int)real.Arguments[1]!, orMore: true);

    private static bool IsLook(in Operation operation) =>
        operation.Timeout == 0
        || operation.Kind
            is OperationKind.IsSet
                or OperationKind.Read
                or OperationKind.CompareExchange
                or OperationKind.Call
                or OperationKind.Look
                or OperationKind.Sleep
                or OperationKind.ReadClock;

    private static void Follow(MarkEvent mark, List<int> inside)
    {
        if (IsEntering(mark))
        {
            inside.Add(Car(mark));
        }
        else
        {
            inside.Remove(Car(mark));
        }
    }

    private static string Times(int count) =>
        count switch
        {
            0 => "never",
            1 => "once",
            _ => $"{count} times",
        };

    private static int Ferry(MarkEvent mark, KataRun run) => (Car(mark) - 1) / Cars(run) + 1;

    private static int Ferries(KataRun run) => (int)run.Arguments[0]!;

    private static int Cars(KataRun run) => (int)run.Arguments[1]!;

    private static int Count(KataRun run) => Ferries(run) * Cars(run);
}
