using System.Text.Json;
using System.Text.Json.Serialization;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Decisions;
using Concertation.Domain.Directories;
using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Retention;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Decisions;

namespace Concertation.Storage;

/// <summary>How records are written inside rows. Enum values are stored by name: a name is for ever.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(IdConverter<TerritoryId>), typeof(IdConverter<PersonId>), typeof(IdConverter<OperationId>),
        typeof(IdConverter<StructureId>), typeof(IdConverter<CollegeId>), typeof(IdConverter<TableId>),
        typeof(IdConverter<SeatId>), typeof(IdConverter<SessionId>), typeof(IdConverter<ItemId>),
        typeof(IdConverter<BallotId>), typeof(IdConverter<AxisId>), typeof(IdConverter<DysfunctionRef>),
        typeof(IdConverter<PollId>), typeof(IdConverter<SlotId>), typeof(IdConverter<DocumentId>), typeof(IdConverter<EscalationId>),
        typeof(IdConverter<EntryId>), typeof(IdConverter<ClusterRef>)])]
[JsonSerializable(typeof(Territory))]
[JsonSerializable(typeof(Structure))]
[JsonSerializable(typeof(College))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(Table))]
[JsonSerializable(typeof(Mandate))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(ItemSuggestion))]
[JsonSerializable(typeof(AgendaCirculation))]
[JsonSerializable(typeof(Acknowledgement))]
[JsonSerializable(typeof(SessionRun))]
[JsonSerializable(typeof(Presence))]
[JsonSerializable(typeof(Proxy))]
[JsonSerializable(typeof(Guest))]
[JsonSerializable(typeof(ItemRecusal))]
[JsonSerializable(typeof(SessionNote))]
[JsonSerializable(typeof(ActionOnAxis))]
[JsonSerializable(typeof(SessionMinutes))]
[JsonSerializable(typeof(MinutesText))]
[JsonSerializable(typeof(Amendment))]
[JsonSerializable(typeof(DatePoll))]
[JsonSerializable(typeof(PollAnswer))]
[JsonSerializable(typeof(CalendarEntry))]
[JsonSerializable(typeof(FeedLink))]
[JsonSerializable(typeof(Ballot))]
[JsonSerializable(typeof(Elector))]
[JsonSerializable(typeof(Vote))]
[JsonSerializable(typeof(BallotPost))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Carence))]
[JsonSerializable(typeof(Acquaintance))]
[JsonSerializable(typeof(DecisionReview))]
[JsonSerializable(typeof(ReserveAnswer))]
[JsonSerializable(typeof(ReviewOnAxis))]
[JsonSerializable(typeof(RegisterHead))]
[JsonSerializable(typeof(DecisionFor))]
[JsonSerializable(typeof(Escalation))]
[JsonSerializable(typeof(EscalationStanding))]
[JsonSerializable(typeof(YearPlan))]
[JsonSerializable(typeof(Roadmap.PlanRow))]
[JsonSerializable(typeof(Axis))]
[JsonSerializable(typeof(DecisionOnAxis))]
[JsonSerializable(typeof(ReportOnAxis))]
[JsonSerializable(typeof(Dysfunction))]
[JsonSerializable(typeof(ObservatorySnapshot))]
[JsonSerializable(typeof(Lesson))]
[JsonSerializable(typeof(Taught))]
[JsonSerializable(typeof(ReportLink))]
[JsonSerializable(typeof(KeptDraft))]
[JsonSerializable(typeof(Cluster))]
[JsonSerializable(typeof(ClusterMember))]
[JsonSerializable(typeof(ClusterEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(ChatAddress))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(DirectoryEntry))]
[JsonSerializable(typeof(DirectoryGap))]
[JsonSerializable(typeof(Sweep))]
[JsonSerializable(typeof(PurgeProof))]
internal sealed partial class StorageJson : JsonSerializerContext;

/// <summary>A typed id is stored as its text.</summary>
internal sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException("an id is a text"));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
