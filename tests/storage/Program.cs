using System.Globalization;
using Concertation.Storage.Tests;
using Concertation.Storage.Tests.Dysfunctions;
using Concertation.Storage.Tests.Histories;

// The tests start this same assembly as a second process on one file: see OtherProcess.
return args switch
{
    ["count", var folder, var name, var times] => await Hammer.CountTogether(folder, name, int.Parse(times, CultureInfo.InvariantCulture)),
    ["open", var folder, var name, var times] => await Hammer.OpenAndClose(folder, name, int.Parse(times, CultureInfo.InvariantCulture)),
    ["node", var script] => await Hammer.StayBeside(script),
    ["insert", var folder, var name] => await Hammer.InsertForEver(folder, name),
    ["receive", var folder] => await Hammer.ReceiveForEver(folder),
    ["histories", var count, var seed] => await Histories.ByHand(int.Parse(count, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture)),
    ["reports", var count] => await ManyReports.ByHand(int.Parse(count, CultureInfo.InvariantCulture)),
    ["votes", var folder, var name] => await VotesUnderKills.Run(folder, name),
    _ => 1,
};
