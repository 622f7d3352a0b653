namespace ConcertationBot.Turns;

/// <summary>How often one person may write to the bot. Nobody writes that much by hand.</summary>
public sealed class MessageRhythm(TimeProvider clock)
{
    private readonly Rhythm _messages = new(30, TimeSpan.FromMinutes(1), clock);

    public Tempo Next(Caller caller) => _messages.Next(caller.EntraId);
}
