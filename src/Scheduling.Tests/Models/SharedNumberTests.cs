using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Reckoning with bytes of a student's process.</summary>
public sealed class SharedNumberTests
{
    private static readonly byte[] s_hostile = [0xff];

    [Fact]
    public void Numbers_of_one_type_have_a_sum_and_nothing_counts_as_zero()
    {
        Assert.Equal(Wire.Encode(7), SharedNumber.Sum(Wire.Encode(3), Wire.Encode(4)));
        Assert.Equal(Wire.Encode(7L), SharedNumber.Sum(Wire.Encode(3L), Wire.Encode(4L)));
        Assert.Equal(Wire.Encode(4), SharedNumber.Sum(null, Wire.Encode(4)));
        Assert.Equal(Wire.Encode(4L), SharedNumber.Sum(null, Wire.Encode(4L)));
        Assert.Equal(Wire.Encode(int.MinValue), SharedNumber.Sum(Wire.Encode(int.MaxValue), Wire.Encode(1)));
    }

    [Fact]
    public void What_is_no_number_or_one_of_another_type_has_none()
    {
        Assert.Null(SharedNumber.Sum(Wire.Encode(3), Wire.Encode(4L)));
        Assert.Null(SharedNumber.Sum(Wire.Encode("3"), Wire.Encode(4)));
        Assert.Null(SharedNumber.Sum(null, Wire.Encode("4")));
        Assert.Null(SharedNumber.Sum(null, s_hostile));
    }

    [Fact]
    public void A_compare_exchange_has_two_values_or_is_none()
    {
        var (value, comparand) = SharedNumber.Pair(Act.Pack(3, 4));
        Assert.Equal(Wire.Encode(3), value);
        Assert.Equal(Wire.Encode(4), comparand);

        Assert.All(
            [Act.Pack(3), Act.Pack(3, 4, 5), s_hostile],
            bytes => Assert.Equal((null, null), SharedNumber.Pair(bytes))
        );
    }

    [Fact]
    public void Zero_has_the_type_of_the_number_that_it_stands_for()
    {
        Assert.Equal(Wire.Encode(0L), SharedNumber.ZeroLike(Wire.Encode(3L)));
        Assert.Equal(Wire.Encode(0), SharedNumber.ZeroLike(Wire.Encode(3)));
        Assert.Equal(Wire.Encode(0), SharedNumber.ZeroLike(s_hostile));
    }
}
