using System.Text;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Queues;

/// <summary>What Azure Storage Queues would refuse, refused here for every engine.</summary>
public static class QueueRules
{
    public const string PoisonSuffix = "-poison";

    /// <summary>Base64 makes 64 KiB of it.</summary>
    public const int MaxBodyBytes = 48 * 1024;

    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    /// <exception cref="ArgumentException">The name, the text or the delay is not allowed; says which rule.</exception>
    public static void CheckSend(string queue, string body, TimeSpan delay)
    {
        CheckName(queue);
        ArgumentNullException.ThrowIfNull(body);
        if (!RowRules.IsWellFormed(body))
        {
            throw Refused("a message holds half a surrogate pair");
        }

        var bytes = Encoding.UTF8.GetByteCount(body);
        if (bytes > MaxBodyBytes)
        {
            throw Refused($"a message takes {bytes} bytes, at most {MaxBodyBytes} fit");
        }

        if (delay < TimeSpan.Zero || delay > LongestDelay)
        {
            throw Refused($"a message can be delayed by 0 to 7 days, not by {delay}");
        }
    }

    /// <exception cref="ArgumentException">The name, the number or the time is not allowed; says which rule.</exception>
    public static void CheckReceive(string queue, int max, TimeSpan visibility)
    {
        CheckName(queue);
        if (max is < 1 or > 32)
        {
            throw Refused($"1 to 32 messages can be taken at once, not {max}");
        }

        if (visibility < TimeSpan.FromSeconds(1) || visibility > LongestDelay)
        {
            throw Refused($"a message taken is hidden for 1 second to 7 days, not for {visibility}");
        }
    }

    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public static void CheckName(string queue)
    {
        var longest = 63 - PoisonSuffix.Length;
        if (queue.EndsWith(PoisonSuffix, StringComparison.Ordinal))
        {
            longest = 63;
        }

        if (queue.Length < 3 || queue.Length > longest || queue[0] == '-' || queue[^1] == '-'
            || queue.Contains("--", StringComparison.Ordinal)
            || !queue.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw Refused($"'{queue}' can't name a queue: 3 to {longest} lowercase letters, digits and single dashes "
                + "between them");
        }
    }

    private static ArgumentException Refused(string reason) => new($"Refused before storage: {reason}.");
}
