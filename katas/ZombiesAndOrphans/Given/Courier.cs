namespace ConcurrencyKatas.ZombiesAndOrphans;

/// <summary>What the courier does. Do not edit: graders use their own copy.</summary>
public static class Courier
{
    /// <summary>
    /// Rides to the capital and back, which takes longer than the branch is open: until main has signed the branch off.
    /// </summary>
    /// <param name="hall">The hall of the post house.</param>
    /// <returns>The answer from the capital, which main is to get.</returns>
    public static int Ride(Hall hall)
    {
        var courier = Mark.On("courier");
        courier.Record("is on the road");
        hall.AwaitBranch();
        courier.Record($"belongs to process {Process.ParentId}");
        var answer = Process.Current.Id ?? 0;
        courier.Record($"has the answer {answer}");
        return answer;
    }
}
