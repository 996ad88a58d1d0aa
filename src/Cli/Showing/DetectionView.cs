using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Strength.Detection;
using ConcurrencyKatas.Strength.Pages;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>What was left to chance.</summary>
internal static class DetectionView
{
    public static void Write(Surroundings surroundings, IReadOnlyList<KataDetection> all)
    {
        surroundings.Out.WriteDrawing(DetectionSummary.Of(all));
        var folder = StrengthFolder.Of(surroundings.Repository).Root;
        surroundings.Out.WriteDrawing($"Written: {surroundings.Repository.Relative(folder)}/KATA/detection.json");
    }
}
