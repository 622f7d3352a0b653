using System.Collections.Concurrent;

namespace ConcertationBot.Demo;

/// <summary>Keeps the bot's warnings and errors instead of printing them among the steps.</summary>
internal sealed class DemoLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Words)> _kept = new();

    public IReadOnlyList<string> Errors => [.. _kept.Where(k => k.Level >= LogLevel.Error).Select(k => k.Words)];

    public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Keeper(DemoLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log._kept.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception?.Message}".Trim()));
            }
        }
    }
}
