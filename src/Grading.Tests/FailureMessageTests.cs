using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a student reads of a failure.</summary>
public sealed class FailureMessageTests
{
    [Fact]
    public void Of_a_failure_of_which_nothing_else_is_known_the_sentence_is_all()
    {
        Assert.Equal(
            "It broke.",
            FailureMessage.Of(
                new Evidence
                {
                    Sentence = "It broke.",
                    Output = "",
                    Trace = "",
                }
            )
        );
    }

    [Fact]
    public void Whatever_is_known_follows_the_sentence_in_the_order_in_which_it_is_read()
    {
        string message = FailureMessage.Of(
            new Evidence
            {
                Sentence = "One is missing.",
                Pattern = "lost update",
                Diagnosis = "ann wrote over it.",
                Trace = "0 begins\n",
                WaitForGraph = "ann waits for bob",
                Output = "sold\n\n",
                Token = "Shop.2-sellers.AQ",
            }
        );

        Assert.Equal(
            """
            One is missing.
            lost update: ann wrote over it.

            0 begins

            ann waits for bob

            It printed:

            sold

            See it again: ./kata replay Shop.2-sellers.AQ
            """.ReplaceLineEndings("\n"),
            message.ReplaceLineEndings("\n")
        );
    }
}
