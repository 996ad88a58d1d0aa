using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>Everybody looks whether there is one, and makes one if there is none.</summary>
internal static class CreateIfMissing
{
    public static BugModel Of(int processes, int noise)
    {
        var (exists, made) = (0, 0);
        var model = new BugModel($"create if missing, {processes}", noise) { AtTheEnd = last => last(made) == 1 };
        (exists, made) = (model.Cell("exists"), model.Cell("made"));
        for (var i = 0; i < processes; i++)
        {
            model.Process(Body);
        }
        return model;

        IEnumerable<Operation> Body(Voice me)
        {
            yield return Voice.Read(exists);
            if (me.Number == 0)
            {
                yield return Voice.Write(exists, 1);
                yield return Voice.Add(made, 1);
            }
        }
    }
}
