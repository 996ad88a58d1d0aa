using System.Globalization;
using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>Compares arguments with the parameters of a target.</summary>
internal static class TargetArguments
{
    // The implicit numeric conversions of C#, by the type that is given.
    private static readonly Dictionary<TypeCode, TypeCode[]> s_widenings = new()
    {
        [TypeCode.SByte] = [TypeCode.Int16, TypeCode.Int32, TypeCode.Int64, .. Floats],
        [TypeCode.Byte] =
        [
            TypeCode.Int16,
            TypeCode.UInt16,
            TypeCode.Int32,
            TypeCode.UInt32,
            TypeCode.Int64,
            TypeCode.UInt64,
            .. Floats,
        ],
        [TypeCode.Int16] = [TypeCode.Int32, TypeCode.Int64, .. Floats],
        [TypeCode.UInt16] = [TypeCode.Int32, TypeCode.UInt32, TypeCode.Int64, TypeCode.UInt64, .. Floats],
        [TypeCode.Int32] = [TypeCode.Int64, .. Floats],
        [TypeCode.UInt32] = [TypeCode.Int64, TypeCode.UInt64, .. Floats],
        [TypeCode.Int64] = Floats,
        [TypeCode.UInt64] = Floats,
        [TypeCode.Single] = [TypeCode.Double],
    };

    private static TypeCode[] Floats => [TypeCode.Single, TypeCode.Double, TypeCode.Decimal];

    /// <summary>The arguments, converted where C# would convert them, with defaults filled in.</summary>
    public static object?[] Check(Delegate target, object?[] given)
    {
        ParameterInfo[] parameters = target.Method.GetParameters();
        string who = TargetRules.NameOf(target.Method);
        if (given.Length != parameters.Length && !AreDefaults(parameters, given.Length))
        {
            string names = string.Join(", ", parameters.Select(static parameter => Described(parameter)));
            throw new MultiprocessingUsageException(
                $"The target {who} takes {Count(parameters.Length)} ({names}), but {Count(given.Length)} "
                    + $"came. Pass one for each parameter: new Process({target.Method.Name.Split('<')[0]}, …)."
            );
        }
        object?[] checkedArguments = new object?[parameters.Length];
        for (int index = 0; index < parameters.Length; index++)
        {
            checkedArguments[index] =
                index < given.Length ? Check(parameters[index], given[index], who) : parameters[index].DefaultValue;
        }
        return checkedArguments;
    }

    private static bool AreDefaults(ParameterInfo[] parameters, int from) =>
        from < parameters.Length && parameters.Skip(from).All(static parameter => parameter.HasDefaultValue);

    private static object? Check(ParameterInfo parameter, object? argument, string who)
    {
        Type type = parameter.ParameterType;
        if (type.IsByRef)
        {
            throw new MultiprocessingUsageException(
                $"The target {who} takes `{parameter.Name}` by reference, but a child process gets a copy. Take it by value."
            );
        }
        if (argument is null ? IsNullable(type) : type.IsInstanceOfType(argument))
        {
            return argument;
        }
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (argument is not (null or Enum) && !plain.IsEnum && Widens(argument.GetType(), plain))
        {
            return Convert.ChangeType(argument, plain, CultureInfo.InvariantCulture);
        }
        string came = argument is null ? "null" : $"a {TypeNames.Of(argument.GetType())}";
        throw new MultiprocessingUsageException(
            $"The target {who} takes `{parameter.Name}` as {TypeNames.Of(type)}, but {came} came. Pass a "
                + $"{TypeNames.Of(type)} there."
        );
    }

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static bool Widens(Type from, Type to) =>
        s_widenings.TryGetValue(Type.GetTypeCode(from), out TypeCode[]? wider) && wider.Contains(Type.GetTypeCode(to));

    private static string Described(ParameterInfo parameter) =>
        $"{TypeNames.Of(parameter.ParameterType)} {parameter.Name}";

    private static string Count(int number) =>
        number == 1 ? "1 argument" : $"{number.ToString(CultureInfo.InvariantCulture)} arguments";
}
