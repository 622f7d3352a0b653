using System.CommandLine;
using ConcertationBot.Performance;

var part = new Argument<Part>("part") { Description = "votes, crowd, sizes, start, invitations, or all", DefaultValueFactory = _ => Part.All };
var rounds = new Option<int>("--rounds") { Description = "rounds of votes for each bot and number of connections", DefaultValueFactory = _ => 5 };
var seconds = new Option<int>("--seconds") { Description = "length of a round", DefaultValueFactory = _ => 4 };
var starts = new Option<int>("--starts") { Description = "starts of each bot", DefaultValueFactory = _ => 7 };
var root = new RootCommand("Measures the bot beside an empty echo bot on npm's botbuilder, in the same run.")
{
    part, rounds, seconds, starts,
};
root.SetAction(async (chosen, cancel) =>
{
    if (!Stage.BuiltForRelease)
    {
        Console.Error.WriteLine("Only a Release build is worth measuring: dotnet run -c Release --project tests/performance");
        return 2;
    }

    var met = true;
    if (chosen.GetValue(part) is Part.All or Part.Invitations)
    {
        met &= await Invitations.Run(cancel);
    }

    if (chosen.GetValue(part) is Part.All or Part.Sizes)
    {
        met &= await Sizes.Run(cancel);
    }

    if (chosen.GetValue(part) is Part.Invitations or Part.Sizes)
    {
        return met ? 0 : 1;
    }

    await using var stage = await Stage.Build(cancel);
    Report.Machine(stage);
    if (chosen.GetValue(part) is Part.All or Part.Votes)
    {
        var length = TimeSpan.FromSeconds(chosen.GetValue(seconds));
        met &= await VoteRounds.Run(stage, chosen.GetValue(rounds), length, cancel);
    }

    if (chosen.GetValue(part) is Part.All or Part.Crowd)
    {
        met &= await Crowd.Run(stage, chosen.GetValue(rounds), cancel);
    }

    if (chosen.GetValue(part) is Part.All or Part.Start)
    {
        met &= await FirstTurns.Run(stage, chosen.GetValue(starts), cancel);
    }

    return met ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

namespace ConcertationBot.Performance
{
    internal enum Part { All, Votes, Crowd, Sizes, Start, Invitations }
}
