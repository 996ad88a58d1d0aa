using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrencyKatas.Grading.Jobs;
using Xunit.Sdk;
using Xunit.v3;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// A claim about every submission of the job: a sentence that must hold over all runs, or must be possible in some.
/// The method takes the submission's label.
/// </summary>
/// <param name="points">What the claim is worth.</param>
/// <param name="line">Filled in by the compiler: claims are reported in the order of the source.</param>
[XunitTestCaseDiscoverer(typeof(TheoryDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClaimAttribute(int points, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
    : TheoryAttribute(file, line),
        IDataAttribute
{
    /// <summary>What the claim is worth.</summary>
    public int Points => points;

    /// <summary>Its place in the source.</summary>
    public int Line => SourceLineNumber ?? 0;

    bool? IDataAttribute.Explicit => null;

    string? IDataAttribute.Label => null;

    string? IDataAttribute.TestDisplayName => null;

    string[]? IDataAttribute.Traits => null;

    int? IDataAttribute.Timeout => null;

    string? IDataAttribute.Skip => null;

    Type? IDataAttribute.SkipType => null;

    string? IDataAttribute.SkipUnless => null;

    string? IDataAttribute.SkipWhen => null;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        string kata = testMethod.ReflectedType!.GetCustomAttribute<KataAttribute>()!.Kata;
        string sentence = testMethod.Name.Replace('_', ' ');
        return new([
            .. Job.Current()
                .Submissions.Where(s => s.Kata is null || s.Kata == kata)
                // Of one that is measured nothing else is of interest.
                .Where(s => s is not { Detection: not null, KnownToFail: { } test } || test == testMethod.Name)
                .Select(s => new TheoryDataRow<string>(s.Label)
                {
                    TestDisplayName = $"{kata}: {sentence}",
                    Label = s.Label == "katas" ? "" : s.Label,
                    Traits = { ["Submission"] = [s.Label] },
                }),
        ]);
    }

    /// <inheritdoc/>
    public bool SupportsDiscoveryEnumeration() => true;
}
