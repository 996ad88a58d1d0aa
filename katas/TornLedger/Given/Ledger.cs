namespace ConcurrencyKatas.TornLedger;

/// <summary>
/// The ledger: a balance for each account, in memory that processes share. It may be passed to a process, and stays one and
/// the same ledger. Do not edit: graders use their own copy.
/// </summary>
public sealed class Ledger
{
    private const int Coins = 10;

    private readonly SharedArray<int> _balances;
    private readonly int _struck;

    /// <summary>Opens a ledger with ten coins in each account.</summary>
    /// <param name="accounts">How many accounts there are, from 0.</param>
    /// <param name="struck">How many clerks lightning is to strike; pass on what <c>Bank.Open</c> was given.</param>
    public Ledger(int accounts, int struck)
    {
        _balances = new SharedArray<int>(Enumerable.Repeat(Coins, accounts), "ledger");
        _struck = struck;
    }

    /// <summary>How many coins are in an account.</summary>
    public int Read(int account) => _balances[account];

    /// <summary>Writes down how many coins are in an account. One stroke of the pen: it is done or it is not.</summary>
    public void Write(int account, int balance)
    {
        _balances[account] = balance;
        Lightning.Threaten(_struck);
    }

    /// <summary>The balances of all accounts, read one after the other.</summary>
    public int[] Balances() => _balances.ToArray();
}
