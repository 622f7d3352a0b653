using System.Security.Cryptography;
using Concertation.Domain;
using Concertation.Domain.Documents;

namespace Concertation.Storage.Tests.Documents;

/// <summary>What documents' bytes promise, wherever they are: the folder keeps it today, and so must Azure Blobs.</summary>
public abstract class DocumentBytesContract
{
    private const long Most = 1024 * 1024;
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    protected abstract IDocumentBytes Bytes { get; }

    [Fact]
    public async Task What_was_kept_is_read_as_it_was()
    {
        var bytes = Some(300_000);
        var digest = await Keep(Territory, bytes);

        digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        (await Read(Territory, digest)).ShouldBe(bytes);
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_removed_again_it_still_is()
    {
        var digest = await Keep(Territory, Some(300_000));
        await Bytes.Remove(Territory, digest, default);
        await Bytes.Remove(Territory, digest, default);
        (await Read(Territory, digest)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_only_received_is_seen_by_nobody_and_leaves_nothing()
    {
        string digest;
        await using (var received = await Bytes.Receive(Territory, new MemoryStream(Some(1000)), Most, default))
        {
            digest = received.ShouldNotBeNull().Sha256;
            received.Size.ShouldBe(1000);
            (await Read(Territory, digest)).ShouldBeNull();
        }

        (await Read(Territory, digest)).ShouldBeNull();
    }

    [Fact]
    public async Task Received_bytes_can_be_looked_at_again_and_again_before_they_are_kept()
    {
        var bytes = Some(5000);
        await using var received = (await Bytes.Receive(Territory, new MemoryStream(bytes), Most, default)).ShouldNotBeNull();
        for (var times = 0; times < 2; times++)
        {
            await using var look = received.Look();
            using var copy = new MemoryStream();
            await look.CopyToAsync(copy);
            copy.ToArray().ShouldBe(bytes);
            look.Length.ShouldBe(5000);
        }

        await received.Keep(default);
        await received.Keep(default);
        (await Read(Territory, received.Sha256)).ShouldBe(bytes);
    }

    [Fact]
    public async Task One_byte_too_many_is_refused_and_reading_stops_there()
    {
        (await Bytes.Receive(Territory, new MemoryStream(Some(1000)), 1000, default)).ShouldNotBeNull();
        var endless = new Endless();
        (await Bytes.Receive(Territory, endless, Most, default)).ShouldBeNull();
        endless.Given.ShouldBeLessThan(2 * Most);
    }

    [Fact]
    public async Task A_stream_that_fails_passes_its_failure_on_and_leaves_nothing()
    {
        var failing = new Endless { FailsAfter = 200_000 };
        await Should.ThrowAsync<EndOfStreamException>(() => Bytes.Receive(Territory, failing, Most, default));
    }

    [Fact]
    public async Task The_same_bytes_kept_by_several_at_once_are_there_once_and_whole()
    {
        var bytes = Some(200_000);
        var digests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Keep(Territory, bytes))));

        digests.Distinct().ShouldHaveSingleItem();
        (await Read(Territory, digests[0])).ShouldBe(bytes);
    }

    [Fact]
    public async Task One_territory_does_not_see_the_bytes_of_another()
    {
        var digest = await Keep(Territory, Some(10));
        (await Read(new TerritoryId("ailleurs"), digest)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_open_can_be_read_to_its_end_by_several()
    {
        var digest = await Keep(Territory, Some(100_000));
        await using var one = await Bytes.Open(Territory, digest, default);
        await using var two = await Bytes.Open(Territory, digest, default);
        one.ShouldNotBeNull().Length.ShouldBe(100_000);
        two.ShouldNotBeNull().Length.ShouldBe(100_000);
    }

    [Theory]
    [InlineData("../../etc", "x")]
    [InlineData("pays", "../../../etc/passwd")]
    [InlineData("pays", "ABCDEF")]
    public async Task Only_ids_and_digests_lead_anywhere(string territory, string digest) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Bytes.Open(new TerritoryId(territory), digest, default));

    protected static byte[] Some(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)((i * 31) + (i >> 8) + length);
        }

        return bytes;
    }

    private async Task<string> Keep(TerritoryId territory, byte[] bytes)
    {
        await using var received = (await Bytes.Receive(territory, new MemoryStream(bytes), Most, default)).ShouldNotBeNull();
        await received.Keep(default);
        return received.Sha256;
    }

    private async Task<byte[]?> Read(TerritoryId territory, string digest)
    {
        await using var opened = await Bytes.Open(territory, digest, default);
        if (opened is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await opened.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>Gives bytes without end, or fails after some.</summary>
    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public long? FailsAfter { get; init; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return Given > FailsAfter ? throw new EndOfStreamException("cut") : count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
