using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Exploring;

/// <summary>Says what a stage is to run.</summary>
internal static class Programs
{
    public static StagedProgram Of(CompiledKata kata, KataDefinition definition, Size size) =>
        new(kata.Assembly, $"ConcurrencyKatas.{definition.Slug}.{definition.Entry}", Arguments(size))
        {
            NeedsFreshContext = kata.NeedsFreshContext,
        };

    public static byte[] Arguments(Size size) => Wire.Encode(size.Arguments.ToArray());
}
