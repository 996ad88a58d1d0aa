namespace ConcurrencyKatas.Graders.ProducerConsumer;

/// <summary>What holds of every right bakery.</summary>
[Kata("ProducerConsumer")]
public sealed class ProducerConsumerTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Small = new("2 bakers with 2 loaves each, 2 sellers, room for 1", 2, 2, 2, 1)
    {
        Proof = true,
    };

    // As many bakers as sellers would hide who puts a mark for each of the wrong ones. There are more loaves than the sellers
    // have in their hands and the shelf has room for.
    private static readonly Size Long = new("1 baker with 5 loaves, 2 sellers, room for 2", 1, 5, 2, 2)
    {
        Proof = true,
    };

    private static readonly Size Large = new("3 bakers with 4 loaves each, 2 sellers, room for 3", 3, 4, 2, 3);

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Small, Long, Large).NeverDeadlocks();
        kata.Explore(submission, Small).Never(BakeryBook.StayedEmpty);
    }

    [Claim(4)]
    public void Every_loaf_is_baked_and_then_sold_once(string submission) =>
        kata.Explore(submission, Small, Long, Large)
            .AtTheEnd(run => BakeryBook.SoldBeforeItWasBaked(run) ?? BakeryBook.NotSoldOnce(run));

    [Claim(2)]
    public void Sellers_go_home_because_they_are_told_and_main_waits_for_all(string submission) =>
        kata.Explore(submission, Small, Long)
            .AtTheEnd(run => BakeryBook.TiredOfWaiting(run) ?? BakeryBook.LeftBehind(run) ?? BakeryBook.Crashed(run));

    [Claim(2)]
    public void Bakers_may_run_ahead_until_the_shelf_is_full(string submission) =>
        kata.Probe(
            submission,
            Long,
            hold: BakeryBook.IsSelling,
            until: run => ShelfBook.Level(run) == BakeryBook.Room(run),
            "nobody has sold anything yet, and the shelf is full"
        );

    [Claim(2)]
    public void The_shelf_never_holds_more_than_it_has_room_for(string submission) =>
        kata.Explore(submission, Small, Long, Large)
            .Never(run => ShelfBook.Overloaded(run) ?? BakeryBook.StayedEmpty(run));

    [Claim(2)]
    public void While_one_seller_serves_a_customer_the_others_may_sell(string submission) =>
        kata.Probe(
            submission,
            Small,
            hold: (mark, run) => BakeryBook.IsSelling(mark) && BakeryBook.IsOfTheFirstToTake(mark, run),
            until: BakeryBook.AllSoldButOne,
            "one seller serves a customer, and all the other loaves are sold"
        );

    [Claim(1)]
    public void While_one_baker_bakes_the_others_may_bake(string submission) =>
        kata.Probe(
            submission,
            Small,
            hold: mark => BakeryBook.IsBaking(mark) && BakeryBook.Baker(mark) == 1,
            until: run => run.Marks.Count(BakeryBook.IsSelling) == BakeryBook.Loaves(run),
            "baker 1 has not baked anything yet, and all the bread of baker 2 is sold"
        );

    [Claim(1)]
    public void Each_baker_and_each_seller_is_a_process_of_its_own(string submission)
    {
        kata.Explore(submission, Small).AtTheEnd(BakeryBook.SharedProcess);
        kata.ForReal(submission, Large).Must(BakeryBook.NotForReal);
    }
}
