using ConcurrencyKatas.Compiler.Protocol;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>
/// The second line of defence: judges every reference in the compiled code of what <c>Given</c> did not declare, so that a
/// construct which the source rules do not know is still caught.
/// </summary>
internal sealed class CompiledRules(RuleBook book, string mainFile)
{
    private readonly Violations _violations = new();

    /// <summary>Returns what the module breaks.</summary>
    /// <param name="module">The module, with its symbols, before anything is rewritten.</param>
    /// <param name="givenTypes">Full metadata names of the top-level types that are not judged.</param>
    public IReadOnlyCollection<Complaint> Check(ModuleDefinition module, IReadOnlySet<string> givenTypes)
    {
        foreach (var type in module.Types.Where(t => !givenTypes.Contains(t.FullName)))
        {
            CheckType(type);
        }
        return _violations.All;
    }

    private void CheckType(TypeDefinition type)
    {
        Judge(type.BaseType, null, null);
        foreach (var implemented in type.Interfaces)
        {
            Judge(implemented.InterfaceType, null, null);
        }
        CheckAttributes(type);
        foreach (var field in type.Fields)
        {
            Judge(field.FieldType, null, null);
            CheckAttributes(field);
        }
        foreach (var property in type.Properties)
        {
            CheckAttributes(property);
        }
        foreach (var method in type.Methods)
        {
            CheckMethod(method);
        }
        foreach (var nested in type.NestedTypes)
        {
            CheckType(nested);
        }
    }

    private void CheckMethod(MethodDefinition method)
    {
        CheckAttributes(method);
        Judge(method.ReturnType, method, null);
        foreach (var parameter in method.Parameters)
        {
            Judge(parameter.ParameterType, method, null);
            CheckAttributes(parameter);
        }
        if (method.IsPInvokeImpl || method.IsInternalCall || method.IsNative)
        {
            Complain($"{method.Name}, a native method,", method, null);
        }
        if (!method.HasBody)
        {
            return;
        }
        foreach (var variable in method.Body.Variables)
        {
            Judge(variable.VariableType, method, null);
        }
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Judge(handler.CatchType, method, handler.HandlerStart);
        }
        foreach (var instruction in method.Body.Instructions)
        {
            CheckInstruction(method, instruction);
        }
    }

    private void CheckInstruction(MethodDefinition method, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Judge(type, method, instruction);
                break;
            case MethodReference or FieldReference:
                JudgeMember((MemberReference)instruction.Operand, method, instruction);
                break;
            case CallSite:
                Complain("A function pointer", method, instruction);
                break;
        }
    }

    private void CheckAttributes(ICustomAttributeProvider owner)
    {
        foreach (var attribute in owner.CustomAttributes)
        {
            Judge(attribute.AttributeType, owner as MethodDefinition, null);
        }
    }

    private void JudgeMember(MemberReference member, MethodDefinition method, Instruction instruction)
    {
        if (member is GenericInstanceMethod generic)
        {
            foreach (var argument in generic.GenericArguments)
            {
                Judge(argument, method, instruction);
            }
        }
        if (member.DeclaringType is GenericInstanceType owner)
        {
            foreach (var argument in owner.GenericArguments)
            {
                Judge(argument, method, instruction);
            }
        }
        var declaring = member.DeclaringType.GetElementType();
        if (declaring is TypeDefinition or GenericParameter || member.DeclaringType is ArrayType)
        {
            return;
        }
        string name = ApiName.Of(member);
        if (book.JudgeCompiled(name) is not null)
        {
            Complain(name, method, instruction);
        }
    }

    private void Judge(TypeReference? type, MethodDefinition? method, Instruction? instruction)
    {
        switch (type)
        {
            case null or GenericParameter or TypeDefinition:
                return;
            case FunctionPointerType:
                Complain("A function pointer", method, instruction);
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                {
                    Judge(argument, method, instruction);
                }
                Judge(generic.ElementType, method, instruction);
                return;
            case IModifierType modified:
                Judge(modified.ModifierType, method, instruction);
                Judge(modified.ElementType, method, instruction);
                return;
            case TypeSpecification specification:
                Judge(specification.ElementType, method, instruction);
                return;
        }
        string name = ApiName.Of(type);
        if (book.JudgeCompiled(name) is not null)
        {
            Complain(name, method, instruction);
        }
    }

    private void Complain(string what, MethodDefinition? method, Instruction? instruction)
    {
        var points = method?.DebugInformation.SequencePoints.Where(p => !p.IsHidden).ToArray() ?? [];
        int offset = instruction?.Offset ?? int.MaxValue;
        var point = points.LastOrDefault(p => p.Offset <= offset) ?? points.FirstOrDefault();
        _violations.Add(
            new Complaint(
                point?.Document.Url ?? mainFile,
                point?.StartLine ?? 0,
                point?.StartColumn ?? 0,
                Rules.FoundInIL.Id,
                Rules.FoundInIL.Message(what)
            )
        );
    }
}
