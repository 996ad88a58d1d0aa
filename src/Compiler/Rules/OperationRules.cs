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
        foreach (var node in root.DescendantNodes())
        {
            // A root operation brings all that is below it; its syntax is walked on, for nested roots such as attributes.
            if (model.GetOperation(node) is { Parent: null } operation)
            {
                foreach (var part in operation.DescendantsAndSelf())
                {
                    CheckOperation(part);
                }
            }
        }
    }

    private void CheckOperation(IOperation operation)
    {
        if (operation is INameOfOperation || IsInNameOf(operation))
        {
            return;
        }
        var location = operation.Syntax.GetLocation();
        symbols.CheckType(operation.Type, location);
        symbols.Check(Target(operation), location);
        if (operation is IConversionOperation { OperatorMethod: { } conversion })
        {
            symbols.Check(conversion, location);
        }
    }

    private static bool IsInNameOf(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is INameOfOperation)
            {
                return true;
            }
        }
        return false;
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
