using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Control;

/// <summary>What cannot travel to another process, and why.</summary>
internal static class WireRefusals
{
    /// <summary>Why no value of this type can travel, or <see langword="null"/>.</summary>
    public static string? Reason(Type type) =>
        type.IsPointer || type.IsFunctionPointer || type.IsByRefLike || type == typeof(nint) || type == typeof(nuint)
            ? "an address means nothing in the memory of another process"
        : type == typeof(Pointer) ? "an address means nothing in the memory of another process"
        : typeof(Process).IsAssignableFrom(type)
            ? "a Process belongs to the one that started it: only that one can join it"
        : type == typeof(Pool) || IsGeneric(type, typeof(AsyncResult<>))
            ? "a Pool and its results belong to the process that made it"
        : type == typeof(Manager) ? "a Manager belongs to the process that made it. Pass the proxies of what it keeps"
        : typeof(SafeHandle).IsAssignableFrom(type) || typeof(CriticalHandle).IsAssignableFrom(type)
            ? "it holds a handle that only this process has"
        : typeof(Stream).IsAssignableFrom(type)
        || typeof(TextWriter).IsAssignableFrom(type)
        || typeof(TextReader).IsAssignableFrom(type)
            ? "an open stream belongs to this process. Pass a path, and open it in the child"
        : typeof(Thread).IsAssignableFrom(type)
        || typeof(Task).IsAssignableFrom(type)
        || typeof(Timer).IsAssignableFrom(type)
        || type == typeof(ValueTask)
            ? "it runs in this process"
        : typeof(WaitHandle).IsAssignableFrom(type)
        || type == typeof(System.Threading.Lock)
        || type == typeof(ControlledLock)
        || type == typeof(SemaphoreSlim)
        || type == typeof(ManualResetEventSlim)
        || type == typeof(CancellationToken)
        || type == typeof(CancellationTokenSource)
            ? "it synchronises threads of this process only. Use the primitives of ConcurrencyKatas"
        : typeof(MemberInfo).IsAssignableFrom(type)
        || typeof(Assembly).IsAssignableFrom(type)
        || typeof(Module).IsAssignableFrom(type)
            ? "it describes code, not data. Pass its name"
        : type == typeof(WeakReference) || IsGeneric(type, typeof(WeakReference<>))
            ? "it refers weakly to an object of this process"
        : typeof(IEnumerator).IsAssignableFrom(type) && !type.IsPublic
            ? "it is an enumeration that has begun. Pass the collection, or a list of the rest"
        : IsHashed(type) ? "hash codes differ between processes. Pass a Dictionary or a HashSet"
        : null;

    /// <summary>Why this array cannot travel, or <see langword="null"/>.</summary>
    public static string? Reason(Array array) =>
        array.Rank == 1 && array.GetLowerBound(0) == 0
            ? null
            : "arrays of several dimensions do not travel. Use an array of arrays";

    /// <summary>The exception for a value that cannot travel.</summary>
    public static MultiprocessingUsageException Refusal(string path, Type type, string reason) =>
        new(
            $"`{path}`, of type {TypeNames.Of(type)}, cannot be passed to another process: {reason}. Arguments of a process "
                + "are copied; what can travel are values, strings, collections, plain objects and the primitives of "
                + "ConcurrencyKatas."
        );

    // A Dictionary and a HashSet are written item by item and built anew; what else keeps hash codes of this process in
    // its fields would look intact over there and find nothing.
    private static bool IsHashed(Type type) =>
        !IsGeneric(type, typeof(Dictionary<,>))
        && !IsGeneric(type, typeof(HashSet<>))
        && type.GetInterfaces().Any(static one => one == typeof(IDictionary) || Keyed(one))
        && !Bases(type).Any(static one => one.IsGenericType && IsSorted(one.GetGenericTypeDefinition()))
        && Bases(type)
            .Any(static one =>
                one != typeof(object) && one.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            );

    private static bool Keyed(Type one) =>
        IsGeneric(one, typeof(IReadOnlyDictionary<,>))
        || IsGeneric(one, typeof(IDictionary<,>))
        || IsGeneric(one, typeof(ISet<>))
        || IsGeneric(one, typeof(ILookup<,>));

    private static bool IsSorted(Type definition) =>
        definition == typeof(SortedDictionary<,>)
        || definition == typeof(SortedList<,>)
        || definition == typeof(SortedSet<>);

    private static IEnumerable<Type> Bases(Type type)
    {
        for (Type? current = type; current is not null && current.IsClass; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether a type is made of this generic definition.</summary>
    internal static bool IsGeneric(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
