using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Control;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyKatas.Tests.Wire;

/// <summary>Which types cannot travel, each with its own reason.</summary>
public sealed class RefusedTypeTests
{
    private const string Address = "an address";
    private const string Handle = "a handle";
    private const string Stream = "an open stream";
    private const string Runs = "it runs in this process";
    private const string Threads = "threads of this process only";
    private const string Code = "it describes code";
    private const string Weak = "it refers weakly";
    private const string Hashes = "hash codes differ";

    public static TheoryData<Type, string> Refused =>
        new()
        {
            { typeof(nint), Address },
            { typeof(nuint), Address },
            { typeof(int).MakePointerType(), Address },
            { typeof(Span<int>), Address },
            { typeof(Pointer), Address },
            { typeof(Process), "only that one can join it" },
            { typeof(Pool), "belong to the process that made it" },
            { typeof(AsyncResult<int>), "belong to the process that made it" },
            { typeof(Manager), "Pass the proxies" },
            { typeof(SafeFileHandle), Handle },
            { typeof(CriticalHandle), Handle },
            { typeof(MemoryStream), Stream },
            { typeof(StringWriter), Stream },
            { typeof(StringReader), Stream },
            { typeof(Thread), Runs },
            { typeof(Task<int>), Runs },
            { typeof(System.Threading.Timer), Runs },
            { typeof(ValueTask), Runs },
            { typeof(Mutex), Threads },
            { typeof(System.Threading.Lock), Threads },
            { typeof(ControlledLock), Threads },
            { typeof(SemaphoreSlim), Threads },
            { typeof(ManualResetEventSlim), Threads },
            { typeof(CancellationToken), Threads },
            { typeof(CancellationTokenSource), Threads },
            { typeof(MethodInfo), Code },
            { typeof(Assembly), Code },
            { typeof(Module), Code },
            { typeof(WeakReference), Weak },
            { typeof(WeakReference<string>), Weak },
            { Begun().GetType(), "an enumeration that has begun" },
            { typeof(Hashtable), Hashes },
            { typeof(ConcurrentDictionary<int, int>), Hashes },
            { typeof(FrozenSet<int>), Hashes },
            { typeof(ILookup<int, int>).MakeArrayType().GetElementType()!, "" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_says_why(Type type, string why)
    {
        if (why.Length == 0)
        {
            Assert.Null(WireRefusals.Reason(type)); // An interface says nothing of what is behind it.
            return;
        }
        Assert.Contains(why, WireRefusals.Reason(type), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(int))]
    [InlineData(typeof(string))]
    [InlineData(typeof(Dictionary<int, int>))]
    [InlineData(typeof(HashSet<int>))]
    [InlineData(typeof(SortedDictionary<int, int>))]
    [InlineData(typeof(SortedList<int, int>))]
    [InlineData(typeof(SortedSet<int>))]
    [InlineData(typeof(List<int>))]
    [InlineData(typeof(object))]
    public void What_is_data_has_no_reason_to_stay(Type type) => Assert.Null(WireRefusals.Reason(type));

    [Fact]
    public void Arrays_of_several_dimensions_and_those_that_do_not_begin_at_0_stay()
    {
        Assert.Null(WireRefusals.Reason(new int[3]));
        Assert.Contains("several dimensions", WireRefusals.Reason(new int[2, 2]), StringComparison.Ordinal);
        Assert.NotNull(WireRefusals.Reason(Array.CreateInstance(typeof(int), [2], [1])));
    }

    private static IEnumerator<int> Begun()
    {
        yield return 1;
    }
}
