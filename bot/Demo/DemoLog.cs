using System.Collections.Concurrent;
using System.Text;

namespace ConcertationBot.Demo;

/// <summary>The bot's whole log, in a file beside its data instead of among the steps.</summary>
internal sealed class DemoLog(string folder) : ILoggerProvider
{
    public const string FileName = "journal.log";

    private readonly Lock _writing = new();
    private readonly StreamWriter _file = new(
        new FileStream(Path.Combine(folder, FileName), FileMode.Create, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(false))
    { AutoFlush = true };

    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>What went wrong, as the log says it.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    public ILogger CreateLogger(string categoryName) => new Keeper(this, categoryName);

    public void Dispose() => _file.Dispose();

    private void Write(LogLevel level, string words)
    {
        if (level >= LogLevel.Error)
        {
            _errors.Enqueue(words);
        }

        lock (_writing)
        {
            _file.WriteLine($"{level} {words}");
        }
    }

    private sealed class Keeper(DemoLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(logLevel, $"{category}: {formatter(state, exception)} {exception}".Trim());
    }
}
