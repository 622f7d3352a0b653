using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Work.Notices;

namespace Concertation.Work.Meetings;

/// <summary>An action noted in a session stands on its axis of the roadmap of the session's year.</summary>
internal sealed class EntrustAction(ISessions sessions, IMeetings meetings, IRoadmaps roadmaps) : IEffectHandler
{
    public EffectKind Kind => EffectKind.ActionNoted;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var id = SessionId.From(run.Aggregate.Id);
        if (await sessions.Get(run.Aggregate.Territory, id, cancel) is not { Value: var session }
            || run.Roster.TableOf(session.Table) is not { } table)
        {
            return;
        }

        var note = (await meetings.Of(session.Territory, id, cancel)).Notes.FirstOrDefault(n => n.Id.Value == run.Effect.Detail);
        if (note?.OnAxis(table) is { } action)
        {
            var year = TimeZoneInfo.ConvertTime(session.Start, run.Roster.Zone).Year;
            await roadmaps.Entrust(session.Territory, year, action, cancel);
        }
    }
}
