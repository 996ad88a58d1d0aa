using System.Collections.Concurrent;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class WireRefusalTests
{
    public static TheoryData<object, string> Untransportable =>
        new()
        {
            { new MemoryStream(), "an open stream" },
            { new StringReader(""), "an open stream" },
            { Thread.CurrentThread, "it runs in this process" },
            { Task.CompletedTask, "it runs in this process" },
            { new ManualResetEvent(false), "threads of this process only" },
            { new SemaphoreSlim(1), "threads of this process only" },
            { CancellationToken.None, "threads of this process only" },
            { (nint)1, "an address" },
            { typeof(string), "it describes code" },
            { new WeakReference("x"), "it refers weakly" },
            { new ConcurrentDictionary<string, int>(), "hash codes differ" },
            { new[] { "a" }.ToLookup(one => one), "hash codes differ" },
            { new int[1, 1], "array of arrays" },
            { Numbers(), "an enumeration that has begun" },
            { new Dictionary<string, int>(new Odd()), "its comparer" },
        };

    [Theory]
    [MemberData(nameof(Untransportable), DisableDiscoveryEnumeration = true)]
    public void What_belongs_to_this_process_is_refused_with_the_reason(object value, string reason)
    {
        string message = Refusal(value);
        Assert.Contains("`value`, of type", message);
        Assert.Contains(reason, message);
    }

    [Fact]
    public void A_refusal_names_the_member_by_its_path() =>
        Assert.Contains(
            "`value.Items[1].[door].Stream`",
            Refusal(
                new Outer([
                    [],
                    new() { ["door"] = new Door(new MemoryStream()) },
                ])
            )
        );

    [Fact]
    public void A_delegate_that_captures_is_refused_by_the_variable()
    {
        int count = 1;
        Assert.Contains("the delegate captures the variable `count`", Refusal(new Func<int>(() => count)));
    }

    [Fact]
    public void An_exception_is_refused_where_only_its_own_type_fits() =>
        Assert.Contains("Declare the place it goes to as Exception", Refusal(new Failure(new TimeoutException())));

    [Fact]
    public void A_key_that_contains_its_dictionary_is_refused()
    {
        var dictionary = new Dictionary<object, int>();
        dictionary.Add(new List<object> { dictionary }, 1);
        Assert.Contains("a key refers back to what contains it", Refusal(dictionary));
    }

    [Fact]
    public void What_is_nested_too_deeply_is_refused()
    {
        object nested = 1;
        for (int level = 0; level < 10_000; level++)
        {
            nested = new[] { nested };
        }
        Assert.Contains("nested more than", Refusal(nested));
    }

    private static string Refusal(object value) =>
        Assert.Throws<MultiprocessingUsageException>(() => Wire.Encode(value)).Message;

    private static IEnumerable<int> Numbers()
    {
        yield return 1;
    }

    private sealed record Outer(List<Dictionary<string, Door>> Items);

    private sealed record Door(Stream Stream);

    private sealed record Failure(TimeoutException Cause);

    private sealed class Odd : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x == y;

        public int GetHashCode(string obj) => 1;
    }
}
