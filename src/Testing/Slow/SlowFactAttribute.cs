using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Testing;

/// <summary>A test that takes seconds: a plain <c>dotnet test</c> skips it, see <see cref="AllTests"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = AllTests.Reason;
        SkipType = typeof(AllTests);
        SkipUnless = nameof(AllTests.AreWanted);
    }
}
