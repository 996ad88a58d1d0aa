using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class ActiveMutantTests
{
    [Theory]
    [InlineData(67, 67)]
    [InlineData(0, 0)]
    [InlineData(-1, null)]
    public void The_number_is_read_as_Stryker_writes_it(int written, int? read)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, BitConverter.GetBytes(written));
        Assert.Equal(read, ActiveMutant.Read(path));
        File.Delete(path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Where_Stryker_names_no_file_none_is_active(string? path) => Assert.Null(ActiveMutant.Read(path));

    [Fact]
    public void Each_mutant_is_reported_apart_and_the_program_without_any_under_its_own_label()
    {
        Assert.Equal("solutions@17", ActiveMutant.Label("solutions", 17));
        Assert.Equal("solutions", ActiveMutant.Label("solutions", null));
    }

    [Fact]
    public void Outside_of_trusted_mode_a_submission_keeps_its_label() =>
        Assert.Equal("solutions", ActiveMutant.Label("solutions"));
}
