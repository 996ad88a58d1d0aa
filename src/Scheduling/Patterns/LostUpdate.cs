namespace ConcurrencyKatas.Scheduling;

/// <summary>Somebody read a value, another one changed it, and the first one wrote over that what it had worked out of the old one.</summary>
internal sealed class LostUpdate : IPattern
{
    /// <inheritdoc/>
    public string Name => "lost update";

    /// <inheritdoc/>
    public Sentence? Read(Account account)
    {
        if (Overwriting.In(account).FirstOrDefault(found => !found.Read.IsTest) is not var (read, change, write))
        {
            return null;
        }
        var first = account.Who(read.Actor);
        var advice =
            account.LocksAt(read.Index) is { Count: > 0 } locks && account.LetsGoBetween(read.Index, write.Index)
                ? $"{first} gave {account.Names(locks)} back between reading and writing"
                : "Reading and writing have to be one step: hold one lock from before the read until after the write, everywhere";
        return new Sentence(
            Name,
            $"{account.Did(read.Step)} read before and {account.Did(write.Step)} wrote after {account.Did(change.Step)}: what "
                + $"{account.Who(change.Actor)} did to {account.Name(write.Step.Object)} is lost. {advice}.",
            write.Step.Source
        );
    }
}
