namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Constructs of the language that have a row in the rules, by the name that the row and <c>allows</c> use.</summary>
internal static class Construct
{
    public const string Async = "async";
    public const string Lock = "lock";
    public const string TypeOf = "typeof";
    public const string Dynamic = "dynamic";
    public const string Unsafe = "unsafe";
    public const string Extern = "extern";
    public const string TypedReference = "__makeref";
    public const string Finalizer = "finalizer";
    public const string ImplicitHash = "generated GetHashCode";
    public const string ModuleAttribute = "assembly attribute";
    public const string Namespace = "namespace";
    public const string TypeName = "type name";
    public const string Hijack = "replaced name";
    public const string LineDirective = "#line";
    public const string GlobalUsing = "global using";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Async,
        Lock,
        TypeOf,
        Dynamic,
        Unsafe,
        Extern,
        TypedReference,
        Finalizer,
        ImplicitHash,
        ModuleAttribute,
        Namespace,
        TypeName,
        Hijack,
        LineDirective,
        GlobalUsing,
    ];
}
