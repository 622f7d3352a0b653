using ConcertationBot;
using ConcertationBot.Channel;

try
{
    await using var app = BotApp.Build(args);
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
