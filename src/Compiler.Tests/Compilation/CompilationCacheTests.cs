using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Compilation;

namespace ConcurrencyKatas.Compiler.Tests.Compilation;

/// <summary>What several graders do with one cache, without any compiler.</summary>
public sealed class CompilationCacheTests : IDisposable
{
    private const string Key = "0123";

    private readonly string _folder = Directory.CreateTempSubdirectory("kata-cache-").FullName;
    private readonly CompilationCache _cache;

    public CompilationCacheTests() => _cache = new CompilationCache(_folder);

    [Fact]
    public void Who_comes_second_uses_what_the_first_has_kept()
    {
        CompilationResult first = Keep("first");
        CompilationResult second = Keep("second");

        Assert.Equal(first.Compiled, second.Compiled);
        Assert.Equal("first", File.ReadAllText(_cache.Find(Key)!.Compiled!.Assembly));
        AssertNothingBeside();
    }

    [Theory]
    [InlineData("spa.dll")]
    [InlineData("spa.pdb")]
    public void An_entry_that_is_not_whole_is_none_and_is_replaced(string lost)
    {
        Keep("first");
        File.Delete(Path.Combine(_folder, Key, lost));

        Assert.Null(_cache.Find(Key));
        Keep("second");

        Assert.Equal("second", File.ReadAllText(_cache.Find(Key)!.Compiled!.Assembly));
        AssertNothingBeside();
    }

    [Fact]
    public void An_assembly_without_symbols_and_a_refusal_are_whole_as_they_are()
    {
        Keep("first", answer => answer with { Symbols = null });
        Assert.Null(_cache.Find(Key)!.Compiled!.Symbols);

        Keep("second", answer => answer with { Status = CompileStatus.DoesNotCompile, Assembly = null }, "4567");
        Assert.Null(_cache.Find("4567")!.Compiled);
    }

    [Fact]
    public void A_turn_is_waited_for_until_it_is_over_and_no_longer_than_one_has_patience_or_wants_it()
    {
        IDisposable first = _cache.TakeTurn(Key, TimeSpan.Zero, () => false)!;

        Assert.Null(_cache.TakeTurn(Key, TimeSpan.Zero, () => false));
        Assert.Null(_cache.TakeTurn(Key, TimeSpan.FromHours(1), () => true));

        first.Dispose();
        using IDisposable? next = _cache.TakeTurn(Key, TimeSpan.Zero, () => false);
        Assert.NotNull(next);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CompilationResult Keep(string text, Func<CompileAnswer, CompileAnswer>? change = null, string key = Key)
    {
        string draft = _cache.CreateDraft();
        File.WriteAllText(Path.Combine(draft, "spa.dll"), text);
        File.WriteAllText(Path.Combine(draft, "spa.pdb"), text);
        var answer = new CompileAnswer
        {
            Id = "1",
            Status = CompileStatus.Compiled,
            Assembly = "spa.dll",
            Symbols = "spa.pdb",
        };
        return _cache.Keep(key, draft, change?.Invoke(answer) ?? answer);
    }

    private void AssertNothingBeside() =>
        Assert.Equal([Path.Combine(_folder, Key)], Directory.EnumerateDirectories(_folder));
}
