using System.Runtime.CompilerServices;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>Gives the compilation of the katas that were asked for a head start, when <c>./kata</c> has started this process.</summary>
internal static class EarlyCompilation
{
    private const string Trait = "Kata=";

    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Job.Variable) is { Length: > 0 } && OperatingSystem.IsLinux())
        {
            string[] katas =
            [
                .. from argument in Environment.GetCommandLineArgs()
                where argument.StartsWith(Trait, StringComparison.Ordinal)
                select argument[Trait.Length..],
            ];
            HeadStart.Begin(Job.Current(), katas);
        }
    }
}
