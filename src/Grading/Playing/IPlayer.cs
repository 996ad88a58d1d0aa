namespace ConcurrencyKatas.Grading.Playing;

/// <summary>Whoever plays.</summary>
public interface IPlayer
{
    /// <summary>Shows a position and waits for what the player wants.</summary>
    PlayCommand Next(PlayPosition position);
}
