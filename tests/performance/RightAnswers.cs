using System.Text;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;

namespace ConcertationBot.Performance;

/// <summary>Whether an answer is the one the turn deserves; anything else ends the measurement.</summary>
internal static class RightAnswers
{
    private static readonly Dictionary<Choice, byte[]> Words = new[] { Choice.For, Choice.Against, Choice.Abstain }.ToDictionary(
        choice => choice, choice => Encoding.UTF8.GetBytes($": {AnswerTexts.Word(Majority.Simple, choice)}\""));

    /// <summary>The fresh card, with the answer that this very turn gave.</summary>
    public static bool OfOurs(int number, ReadOnlySpan<byte> body) =>
        body.IndexOf("\"application/vnd.microsoft.card.adaptive\""u8) >= 0
        && body.IndexOf(Words[Votes.ChoiceOf(number)]) >= 0;

    public static bool OfPeer(int number, ReadOnlySpan<byte> body) => body.IndexOf("\"Echo: votes.cast\""u8) >= 0;
}
