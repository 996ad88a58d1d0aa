using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>
/// Judges what every operation does and yields, also where the source names nothing: operators, conversions, target-typed
/// constructors, <c>using</c>, patterns, method groups.
/// </summary>
internal sealed class OperationRules(SemanticModel model, SymbolRules symbols)
{
    /// <summary>Checks a whole file.</summary>
    public void Check(SyntaxNode root)
    {
        var pending = new Stack<SyntaxNode>([root]);
        while (pending.TryPop(out var node))
        {
            // A root operation covers all that is below it, except attributes and defaults, which hold names and constants.
            if (model.GetOperation(node) is { Parent: null } operation)
            {
                CheckAll(operation);
                continue;
            }
            foreach (var child in node.ChildNodes())
            {
                pending.Push(child);
            }
        }
    }

    private void CheckAll(IOperation root)
    {
        var pending = new Stack<IOperation>([root]);
        while (pending.TryPop(out var operation))
        {
            if (operation is INameOfOperation)
            {
                continue;
            }
            CheckOperation(operation);
            foreach (var child in operation.ChildOperations)
            {
                pending.Push(child);
            }
        }
    }

    private void CheckOperation(IOperation operation)
    {
        var location = operation.Syntax.GetLocation();
        symbols.CheckType(operation.Type, location);
        symbols.Check(Target(operation), location);
        if (operation is ILockOperation held)
        {
            symbols.CheckLocked(held.LockedValue.Type, location);
        }
        if (operation is IConversionOperation { OperatorMethod: { } conversion })
        {
            symbols.Check(conversion, location);
        }
    }

    private static ISymbol? Target(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation reference => reference.Member,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            ICompoundAssignmentOperation compound => compound.OperatorMethod,
            IIncrementOrDecrementOperation step => step.OperatorMethod,
            ICollectionExpressionOperation collection => collection.ConstructMethod,
            IRecursivePatternOperation pattern => pattern.DeconstructSymbol,
            IImplicitIndexerReferenceOperation indexer => indexer.IndexerSymbol,
            IFunctionPointerInvocationOperation pointer => pointer.Target.Type,
            IVariableDeclaratorOperation variable => variable.Symbol.Type,
            ITypePatternOperation pattern => pattern.MatchedType,
            IIsTypeOperation test => test.TypeOperand,
            ISizeOfOperation size => size.TypeOperand,
            ITypeOfOperation type => type.TypeOperand,
            ICatchClauseOperation handler => handler.ExceptionType,
            _ => null,
        };
}
