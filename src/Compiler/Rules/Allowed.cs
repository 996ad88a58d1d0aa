namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>What a kata may use. The list is the same for every kata; <c>allows</c> in kata.json adds to it.</summary>
internal static class Allowed
{
    /// <summary>Namespaces with all that is in and below them, but for what has a row in <see cref="Rules"/>.</summary>
    public static IReadOnlyList<string> Namespaces { get; } =
    ["ConcurrencyKatas", "System.Collections", "System.Diagnostics.CodeAnalysis", "System.Globalization"];

    /// <summary>Types, with their members, and single members.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. In("System.Linq", "Enumerable IGrouping ILookup Lookup IOrderedEnumerable"),
        // Not the whole namespace: Vector.LoadUnsafe and StoreUnsafe reach any memory without the word unsafe.
        .. In("System.Numerics", "BigInteger BitOperations Complex INumber INumberBase IBinaryInteger IBinaryNumber"),
        .. In("System.Numerics", "IFloatingPoint ISignedNumber IUnsignedNumber IMinMaxValue IAdditiveIdentity"),
        .. In("System.Numerics", "IMultiplicativeIdentity IAdditionOperators ISubtractionOperators IMultiplyOperators"),
        .. In("System.Numerics", "IDivisionOperators IModulusOperators IComparisonOperators IEqualityOperators"),
        .. In("System.Numerics", "IIncrementOperators IDecrementOperators IUnaryNegationOperators IUnaryPlusOperators"),
        .. In("System.Text", "StringBuilder StringRuneEnumerator SpanRuneEnumerator Rune Encoding"),
        .. In("System.IO", "TextWriter StringWriter StringReader EndOfStreamException IOException"),
        .. In("System", "Object String Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Int128 UInt128"),
        .. In("System", "IntPtr UIntPtr Single Double Half Decimal Void Enum ValueType Nullable Tuple ValueTuple"),
        .. In("System", "Array ArraySegment Span ReadOnlySpan Memory ReadOnlyMemory MemoryExtensions Index Range"),
        .. In("System", "Delegate MulticastDelegate Action Func Predicate Comparison Converter EventHandler EventArgs"),
        .. In("System", "Math MathF Convert BitConverter FormattableString Version Guid"),
        .. In("System", "TimeSpan DateTime DateTimeOffset DateOnly TimeOnly DayOfWeek DateTimeKind MidpointRounding"),
        .. In("System", "IDisposable IEquatable IComparable IFormattable ISpanFormattable IFormatProvider IParsable"),
        .. In("System", "ISpanParsable IConvertible ICloneable TypeCode ICustomFormatter"),
        .. In("System", "StringComparison StringComparer StringSplitOptions"),
        .. In("System", "Attribute AttributeUsageAttribute AttributeTargets FlagsAttribute ObsoleteAttribute"),
        .. In("System", "SerializableAttribute ParamArrayAttribute"),
        .. In("System", "Exception SystemException ApplicationException AggregateException ArgumentException"),
        .. In("System", "ArgumentNullException ArgumentOutOfRangeException ArithmeticException DivideByZeroException"),
        .. In("System", "ArrayTypeMismatchException FormatException IndexOutOfRangeException InvalidCastException"),
        .. In("System", "InvalidOperationException NotImplementedException NotSupportedException OverflowException"),
        .. In("System", "NullReferenceException ObjectDisposedException OperationCanceledException RankException"),
        .. In("System", "OutOfMemoryException StackOverflowException TimeoutException UnauthorizedAccessException"),
        "System.Console.Write",
        "System.Console.WriteLine",
        "System.Console.Out",
        "System.Console.Error",
        "System.Environment.NewLine",
        "System.Environment.TickCount",
        "System.Environment.TickCount64",
        "System.Diagnostics.Stopwatch",
        "System.Threading.Thread.Sleep",
        "System.Threading.Timeout",
        "System.Runtime.CompilerServices.ITuple", // what a positional pattern on an object asks for
    ];

    /// <summary>
    /// What the C# compiler itself refers to when it lowers allowed constructs: allowed in compiled code only, never in
    /// source.
    /// </summary>
    public static IReadOnlyList<string> InCompiledCode { get; } =
    [
        .. In("System.Runtime.CompilerServices", "CompilerGeneratedAttribute CompilationRelaxationsAttribute"),
        .. In("System.Runtime.CompilerServices", "RuntimeCompatibilityAttribute NullableAttribute"),
        .. In("System.Runtime.CompilerServices", "NullableContextAttribute NullablePublicOnlyAttribute"),
        .. In("System.Runtime.CompilerServices", "IteratorStateMachineAttribute ExtensionAttribute"),
        .. In("System.Runtime.CompilerServices", "RefSafetyRulesAttribute IsReadOnlyAttribute IsByRefLikeAttribute"),
        .. In("System.Runtime.CompilerServices", "ScopedRefAttribute RequiredMemberAttribute IsExternalInit"),
        .. In("System.Runtime.CompilerServices", "CompilerFeatureRequiredAttribute TupleElementNamesAttribute"),
        .. In("System.Runtime.CompilerServices", "ParamCollectionAttribute PreserveBaseOverridesAttribute"),
        .. In("System.Runtime.CompilerServices", "DecimalConstantAttribute IsVolatile UnsafeValueTypeAttribute"),
        .. In("System.Runtime.CompilerServices", "InlineArrayAttribute SwitchExpressionException IsUnmanagedAttribute"),
        .. In(
            "System.Runtime.CompilerServices",
            "DefaultInterpolatedStringHandler FormattableStringFactory ExtensionMarkerAttribute"
        ),
        .. In("System.Runtime.CompilerServices", "RequiresLocationAttribute CollectionBuilderAttribute"),
        // These need the construct async, which only a kata that allows it can have in its source.
        .. In("System.Runtime.CompilerServices", "AsyncStateMachineAttribute IAsyncStateMachine TaskAwaiter"),
        .. In("System.Runtime.CompilerServices", "AsyncTaskMethodBuilder AsyncVoidMethodBuilder INotifyCompletion"),
        .. In("System.Runtime.CompilerServices", "AsyncValueTaskMethodBuilder ValueTaskAwaiter"),
        "System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray",
        "System.Runtime.CompilerServices.RuntimeHelpers.CreateSpan",
        "System.Runtime.CompilerServices.RuntimeHelpers.GetSubArray",
        "System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack",
        "System.Runtime.CompilerServices.Unsafe.As",
        "System.Runtime.CompilerServices.Unsafe.Add",
        "System.Runtime.CompilerServices.Unsafe.AsRef",
        "System.Runtime.InteropServices.MemoryMarshal.CreateSpan",
        "System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan",
        "System.Runtime.InteropServices.CollectionsMarshal.SetCount",
        "System.Runtime.InteropServices.CollectionsMarshal.AsSpan",
        "System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray",
        "System.Runtime.InteropServices.InAttribute",
        "System.Reflection.DefaultMemberAttribute",
        "System.Diagnostics.DebuggableAttribute",
        "System.Diagnostics.DebuggerBrowsableAttribute",
        "System.Diagnostics.DebuggerBrowsableState",
        "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerStepThroughAttribute",
        "System.Diagnostics.DebuggerDisplayAttribute",
        "System.Activator.CreateInstance", // new T()
        "System.Environment.CurrentManagedThreadId",
        "System.Threading.Interlocked.CompareExchange",
        "System.Type.GetTypeFromHandle",
        "System.Type.op_Equality",
        "System.Type",
        "System.Security.UnverifiableCodeAttribute",
        "System.Security.Permissions.SecurityPermissionAttribute",
        "System.Object.GetHashCode",
        "System.String.GetHashCode",
        "System.ValueType.GetHashCode",
        "System.Collections.Generic.EqualityComparer.GetHashCode",
    ];

    private static IEnumerable<string> In(string space, string names) =>
        names.Split(' ').Select(name => $"{space}.{name}");
}
