namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>What can be done with the ends of pipes for real only, and is refused by name under the arbiter.</summary>
public abstract class PipeLimitContract
{
    public sealed class Real(Backend.Real backend) : IClassFixture<Backend.Real>
    {
        [SlowFact]
        public void An_end_that_comes_in_a_message_is_the_same_end()
        {
            Needs.HandingOver();
            backend.Run(PipeLimitPrograms.SendEnd);
        }

        [SlowFact]
        public void A_message_may_be_larger_than_any_room() => backend.Run(PipeLimitPrograms.SendLarge);

        [SlowFact]
        public void A_daemon_may_be_given_an_end() => backend.Run(PipeLimitPrograms.GiveEndToDaemon);
    }

    public sealed class Controlled(Backend.Controlled backend) : IClassFixture<Backend.Controlled>
    {
        [SlowFact]
        public void An_end_in_a_message_is_refused_and_nothing_is_sent() =>
            backend.Run(PipeLimitPrograms.RefuseToSendEnd);

        [SlowFact]
        public void A_message_for_which_there_is_never_room_is_refused() => backend.Run(PipeLimitPrograms.RefuseLarge);

        [SlowFact]
        public void A_daemon_is_refused_an_end() => backend.Run(PipeLimitPrograms.RefuseEndToDaemon);
    }
}
