namespace ConcurrencyKatas.Graders.JoinableKitchen;

/// <summary>What holds of every right kitchen.</summary>
[Kata("JoinableKitchen")]
public sealed class JoinableKitchenTests(KataFixture kata) : IClassFixture<KataFixture>
{
    private static readonly Size Small = new("2 waiters with 1 dish each, 2 cooks", 2, 1, 2) { Proof = true };
    private static readonly Size Quiet = new("1 waiter with 3 dishes, 1 cook", 1, 3, 1) { Proof = true };
    private static readonly Size Large = new("3 waiters with 3 dishes each, 2 cooks", 3, 3, 2);

    [Claim(2)]
    public void Never_deadlocks(string submission)
    {
        kata.Explore(submission, Small, Quiet, Large).NeverDeadlocks();
        kata.Explore(submission, Small).Never(KitchenBook.StayedCold);
    }

    [Claim(4)]
    public void When_the_kitchen_closes_every_dish_is_cooked_and_eaten(string submission) =>
        kata.Explore(submission, Small, Quiet, Large)
            .AtTheEnd(run => KitchenBook.OutOfOrder(run) ?? KitchenBook.NotEaten(run));

    [Claim(2)]
    public void Nobody_breaks_down_and_main_waits_for_all_waiters(string submission) =>
        kata.Explore(submission, Small, Quiet)
            .AtTheEnd(run => KitchenBook.BrokenDown(run) ?? KitchenBook.LeftBehind(run));

    [Claim(2)]
    public void The_cooks_are_daemons_and_are_ended_with_main(string submission)
    {
        kata.Explore(submission, Small, Quiet).AtTheEnd(KitchenBook.NotDaemons);
        kata.ForReal(submission, Large).Must(KitchenBook.Remains);
    }

    [Claim(2)]
    public void While_one_dish_is_eaten_the_other_cooks_may_cook(string submission) =>
        kata.Probe(
            submission,
            Large,
            hold: (mark, run) => KitchenBook.IsEating(mark) && mark.Object == KitchenBook.FirstCooked(run),
            until: KitchenBook.AllEatenButOne,
            "one dish is being eaten, and all the others have been cooked and eaten"
        );

    [Claim(2)]
    public void Waiters_need_not_wait_for_the_cooks(string submission) =>
        kata.Probe(
            submission,
            Large,
            hold: KitchenBook.IsCooking,
            until: KitchenBook.AllOrdered,
            "nothing has been cooked yet, and everything is ordered"
        );

    [Claim(1)]
    public void While_one_guest_thinks_the_others_may_order(string submission) =>
        kata.Probe(
            submission,
            Large,
            hold: mark => KitchenBook.IsOrdering(mark) && mark.Object == "dish 1.1",
            until: run => run.Marks.Count(KitchenBook.IsEating) == 6,
            "waiter 1 has no order yet, and the six dishes of the others are eaten"
        );

    [Claim(1)]
    public void Each_waiter_and_each_cook_is_a_process_of_its_own(string submission) =>
        kata.Explore(submission, Small, Quiet).AtTheEnd(KitchenBook.SharedProcess);
}
