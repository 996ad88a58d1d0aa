using ConcurrencyKatas.Strength.Mutants;
using ConcurrencyKatas.Strength.Operators;

namespace ConcurrencyKatas.Strength.Tests;

/// <summary>What the solutions' notes say about equivalent mutants is about mutants that there are.</summary>
public sealed class NotesTests
{
    [Fact]
    public void Every_recorded_equivalent_has_a_reason_and_names_a_place_that_there_is()
    {
        var course = new Solutions();
        Assert.SkipUnless(course.Exist, "there are no solutions here");
        foreach (string kata in course.Katas)
        {
            var recorded = course.Equivalents(kata);
            Assert.Empty(recorded.Unread);
            HashSet<string> ours = [.. course.Mutants(kata).Select(m => m.Id)];
            HashSet<string> operators = [.. MutationOperators.All.Select(o => o.Name)];
            Assert.All(
                recorded.Reasons.Keys,
                id =>
                {
                    string[] parts = id.Split('/');
                    Assert.True(parts.Length == 4, $"{kata}: '{id}' is not file/member/operator/number.");
                    Assert.True(
                        !operators.Contains(parts[2]) || ours.Contains(id),
                        $"{kata}: there is no mutant '{id}' any more. Take it out of NOTES.md."
                    );
                    Assert.True(
                        course.Text(kata, parts[0]).Contains($" {parts[1]}", StringComparison.Ordinal),
                        $"{kata}: '{id}' names nothing in {parts[0]}."
                    );
                }
            );
        }
    }
}
