namespace ConcurrencyKatas.Testing;

/// <summary>Whether slow tests are run too.</summary>
internal static class AllTests
{
    /// <summary>The environment variable that asks for them: <c>all</c>.</summary>
    public const string Variable = "KATA_TESTS";

    /// <summary>Why a slow test was skipped.</summary>
    public const string Reason = $"slow; {Variable}=all runs it, as .ci/run does";

    /// <summary>Whether they are wanted.</summary>
    public static bool AreWanted => Environment.GetEnvironmentVariable(Variable) == "all";
}
