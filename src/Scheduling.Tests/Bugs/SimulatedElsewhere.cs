namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>
/// The probabilities of random walk, POS and SURW with pruning that a simulator written apart from this one, in another
/// language and over another kind of machine, measured over the same bugs: 3,000 schedules each.
/// </summary>
internal static class SimulatedElsewhere
{
    public static IReadOnlyDictionary<string, double[]> All { get; } =
        new Dictionary<string, double[]>
        {
            ["lost update, 2"] = [0.4980, 0.3247, 0.6783],
            ["lost update, 8"] = [1.0000, 0.9993, 1.0000],
            ["check then act, 4"] = [0.7343, 0.7507, 0.8277],
            ["opposite locks, 2"] = [0.5023, 0.3223, 0.4837],
            ["opposite locks, 8"] = [0.5027, 0.3360, 0.4867],
            ["opposite locks, 20"] = [0.4780, 0.3247, 0.4920],
            ["philosophers, 3"] = [0.3287, 0.2020, 0.3063],
            ["philosophers, 5"] = [0.1647, 0.0690, 0.1520],
            ["philosophers, 8"] = [0.0493, 0.0170, 0.0647],
            ["philosophers, 20"] = [0.0010, 0.0000, 0.0007],
            ["lost wake-up, 2"] = [0.1273, 0.1673, 0.1327],
            ["lost wake-up, 8"] = [0.1250, 0.1543, 0.1487],
            ["barrier reuse, 3"] = [0.0120, 0.1393, 0.0553],
            ["barrier reuse, 6"] = [0.0310, 0.1813, 0.0637],
            ["wrong lock, 1 + 3"] = [0.1323, 0.1790, 0.2167],
            ["half published, 4"] = [0.0990, 0.1430, 0.1410],
            ["half published, 10"] = [0.0593, 0.0667, 0.0587],
            ["half published, 20"] = [0.0340, 0.0467, 0.0367],
            ["two stages, 2"] = [0.0310, 0.0943, 0.0430],
            ["two stages, 20"] = [0.0063, 0.0117, 0.0083],
            ["if instead of while"] = [0.0647, 0.0500, 0.0463],
            ["ABA free list, 2"] = [0.0030, 0.0037, 0.0117],
            ["create if missing, 2"] = [0.4977, 0.3480, 0.6067],
            ["create if missing, 8"] = [0.8683, 0.7890, 0.9227],
            ["start order, 8"] = [1.0000, 0.9610, 1.0000],
            ["transfer and auditor, 4"] = [0.2437, 0.3983, 0.4287],
            ["transfer and auditor, 20"] = [0.6587, 0.7310, 0.7860],
        };
}
