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

    [Fact]
    public void Outside_of_trusted_mode_a_submission_keeps_its_label() =>
        Assert.Equal("solutions", ActiveMutant.Label("solutions"));
}
