using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ArrivalTests
{
    private static readonly Operation s_one = new(OperationKind.Put, ObjectSpace.Slot, 128, 1, 2, "text", [1, 2, 3]);

    public static TheoryData<Operation> Others =>
        [
            s_one with
            {
                Kind = OperationKind.Get,
            },
            s_one with
            {
                Space = ObjectSpace.Actor,
            },
            s_one with
            {
                Object = 256,
            },
            s_one with
            {
                Argument = 2,
            },
            s_one with
            {
                Timeout = 3,
            },
            s_one with
            {
                IsQuiet = true,
            },
            s_one with
            {
                Text = "texts",
            },
            s_one with
            {
                Text = "tert",
            },
            s_one with
            {
                Text = null,
            },
            s_one with
            {
                Payload = [1, 2, 4],
            },
            s_one with
            {
                Payload = [1, 2, 3, 0],
            },
            s_one with
            {
                Payload = null,
            },
            s_one with
            {
                Payload = [],
            },
            s_one with
            {
                Text = "",
            },
        ];

    [Fact]
    public void The_same_operation_has_the_same_number() =>
        Assert.Equal(
            Arrival.Of(s_one),
            Arrival.Of(s_one with { Text = new string("text".AsSpan()), Payload = [1, 2, 3] })
        );

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_operation_has_another_number(Operation other) =>
        Assert.NotEqual(Arrival.Of(s_one), Arrival.Of(other));

    [Fact]
    public void What_is_too_long_to_be_looked_at_at_each_point_has_none()
    {
        Assert.Equal(Arrival.Unknown, Arrival.Of(s_one with { Payload = new byte[5000] }));
        Assert.Equal(Arrival.Unknown, Arrival.Of(s_one with { Text = new string('x', 5000) }));
        Assert.NotEqual(Arrival.Unknown, Arrival.Of(s_one with { Payload = new byte[4096] }));
    }
}
