using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Proxies and locks of a manager as values that travel.</summary>
public sealed class WireProxyTests : IDisposable
{
    private readonly ManagerHost _host = new("controlled");

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_proxy_arrives_as_a_proxy_of_the_same_object()
    {
        DictionaryProxy<string, int> sent = _host.Manager.Dictionary<string, int>(name: "left");
        sent["count"] = 1;
        var arrived = (DictionaryProxy<string, int>)Wire.Decode(Wire.Encode(sent))!;
        Assert.NotSame(sent, arrived);
        Assert.Equal((sent.Offset, "left"), (arrived.Offset, arrived.Name));
        arrived["count"] += 1;
        Assert.Equal(2, sent["count"]);
    }

    [Fact]
    public void A_lock_arrives_as_the_same_lock()
    {
        LockProxy sent = _host.Manager.Lock("gate");
        var arrived = (LockProxy)Wire.Decode(Wire.Encode(sent))!;
        Assert.Equal((sent.Offset, "gate"), (arrived.Offset, arrived.Name));
        Assert.IsType<RLockProxy>(Wire.Decode(Wire.Encode(_host.Manager.RLock())));
    }

    [Fact]
    public void A_proxy_of_what_is_not_there_is_malformed()
    {
        byte[] bytes = Wire.Encode(_host.Manager.List<int>());
        // The offset is the last thing that is written.
        foreach (int offset in (int[])[0, -64, 1, int.MaxValue, _host.Manager.Offset])
        {
            byte[] wrong = [.. bytes[..^4], .. BitConverter.GetBytes(offset)];
            Assert.Throws<WireFormatException>(() => Wire.Decode(wrong));
        }
    }

    [Fact]
    public void Without_types_a_proxy_is_its_offset()
    {
        ListProxy<int> list = _host.Manager.List<int>();
        var neutral = (IReadOnlyDictionary<string, object?>)Wire.DecodeNeutral(Wire.Encode(list))!;
        Assert.Equal(list.Offset, neutral["Offset"]);
    }

    [Fact]
    public void Calls_and_answers_survive_the_wire_and_hostile_bytes_do_not()
    {
        var request = new ManagerRequest(
            SlotKind.ListProxy,
            128,
            ManagerVerb.Insert,
            -1,
            [
                [1],
                [2, 3],
            ]
        );
        byte[] bytes = request.Encode();
        ManagerRequest arrived = ManagerRequest.Decode(bytes);
        Assert.Equivalent(request, arrived, strict: true);
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<WireFormatException>(() => ManagerRequest.Decode(bytes[..length]));
        }
        byte[] answer = (ManagerAnswer.Refused(ManagerStatus.NoSuchKey) with { Trace = "there" }).Encode();
        Assert.Equal(
            ("there", ManagerStatus.NoSuchKey),
            (ManagerAnswer.Decode(answer).Trace, (ManagerStatus)answer[0])
        );
        Assert.Throws<WireFormatException>(() => ManagerAnswer.Decode(answer[..^1]));
    }
}
