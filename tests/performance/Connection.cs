using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ConcertationBot.Performance;

/// <summary>What a bot answered; the body is valid until the next turn of the same connection.</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body);

/// <summary>
/// One kept-alive connection that posts turns one after another. Bare sockets: an HTTP client would take more of the
/// machine than some bots do.
/// </summary>
internal sealed class Connection(IPEndPoint address, string token) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] head = Encoding.ASCII.GetBytes(
        $"POST /api/messages HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n"
        + "Content-Type: application/json; charset=utf-8\r\nContent-Length: ");

    private byte[] sent = new byte[8 * 1024];
    private byte[] received = new byte[64 * 1024];

    public Task Open(CancellationToken cancel) => socket.ConnectAsync(address, cancel).AsTask();

    public async Task<Answer> Post(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        await socket.SendAsync(Request(body.Span), either.Token);
        for (var (length, whole) = (0, 0); ;)
        {
            if (length == received.Length)
            {
                Array.Resize(ref received, 2 * length);
            }

            var some = await socket.ReceiveAsync(received.AsMemory(length), either.Token);
            length += some == 0 ? throw new IOException("The bot hung up.") : some;
            if (whole == 0 && received.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                whole = end + 4 + BodyLength(received.AsSpan(0, end + 2));
            }

            if (whole > 0 && length >= whole)
            {
                var start = received.AsSpan(0, length).IndexOf("\r\n\r\n"u8) + 4;
                return new Answer(Status(received), received.AsMemory(start, whole - start));
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private ReadOnlyMemory<byte> Request(ReadOnlySpan<byte> body)
    {
        if (sent.Length < head.Length + body.Length + 32)
        {
            sent = new byte[2 * (head.Length + body.Length)];
        }

        head.CopyTo(sent, 0);
        Utf8Formatter.TryFormat(body.Length, sent.AsSpan(head.Length), out var digits);
        var at = head.Length + digits;
        "\r\n\r\n"u8.CopyTo(sent.AsSpan(at));
        body.CopyTo(sent.AsSpan(at + 4));
        return sent.AsMemory(0, at + 4 + body.Length);
    }

    private static int Status(ReadOnlySpan<byte> answer) =>
        Utf8Parser.TryParse(answer["HTTP/1.1 ".Length..], out int status, out _) ? status : 0;

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        return head.IndexOf(name) is >= 0 and var at && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _)
            ? length
            : throw new IOException($"An answer without a length:\n{Encoding.ASCII.GetString(head)}");
    }
}
