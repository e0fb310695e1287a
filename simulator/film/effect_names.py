"""The names of the simulated effects, by theme: what they look like and what they ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    motif: str  # which drawing the previews use
    hue: int  # degrees on the colour wheel where the theme's colours begin
    hint: str  # shown to the person as an example of a picture that works well
    names: str  # separated by commas


THEMES = (
    Theme("hearts", 340, "Two portraits, faces clearly visible", """Warm Hug, Hand in Hand,
        First Dance, Old Friends Meet, High Five, Forehead Kiss, Shared Umbrella, Campfire Duet,
        Sofa Sunday, Airport Welcome, Tandem Ride, Slow Waltz"""),
    Theme("sparks", 42, "One person, upper body", """Golden Hour Glow, Firework Crown,
        Sparkler Writing, Ember Wings, Midas Touch, Comet Trail, Lantern Festival, Stage Spotlight,
        Candlelight Close-up, Phoenix Rise, Molten Statue, Confetti Cannon"""),
    Theme("petals", 325, "A portrait or a pet", """Cherry Blossom Storm, Rose Dissolve,
        Meadow Awakening, Flower Beard, Lotus Throne, Tulip Parade, Ivy Embrace, Sunflower Turn,
        Orchid Mask, Dandelion Drift, Garden of Glass, Bouquet Burst"""),
    Theme("snow", 205, "A portrait outdoors", """First Snowfall, Ice Palace, Frosted Lashes,
        Snow Globe, Winter Cloak, Glacier Walk, Polar Lights, Snowman Twin, Crystal Crown,
        Blizzard Reveal, Sleigh Night, Thaw"""),
    Theme("bubbles", 190, "A portrait or a product", """Soap Bubble Float, Deep Dive,
        Mermaid Lagoon, Aquarium Room, Rainy Window, Jellyfish Lights, Message in a Bottle,
        Tidal Swirl, Coral Crown, Puddle Jump, Waterfall Hair, Pearl Diver"""),
    Theme("rays", 28, "One person, full body", """Hero Landing, Cape in the Wind,
        Power Up, Lightning Fist, Shield of Light, Giant Steps, Rooftop Watch, Sky Runner,
        Meteor Catch, Iron Stance, Sonic Shout, Secret Identity"""),
    Theme("rings", 265, "One person, looking at the camera", """Portal Jump, Time Loop,
        Mirror Maze, Hologram Me, Zero Gravity, Star Gate, Clockwork Heart, Neon Orbit,
        Hypnotic Spiral, Parallel Selves, Moon Walk, Satellite View"""),
    Theme("confetti", 130, "A person or a group", """Birthday Surprise, Winning Goal,
        Graduation Toss, Piñata Burst, Carnival Float, Balloon Lift, Disco Floor, Lucky Draw,
        Party Hat Cat, Trophy Lift, Countdown, Standing Ovation"""),
    Theme("waves", 220, "A landscape or a portrait", """Oil Paint Drift, Paper Boat Sea,
        Desert Mirage, Ink in Water, Velvet Curtain, Sand Castle Rise, Cloud Surfing,
        Northern Sea, Marble Flow, Silk Ribbon, Dream Tide, Sound Wave"""),
    Theme("stars", 245, "A portrait at any angle", """Constellation Face, Milky Way Hair,
        Wish Upon, Planet Juggler, Cosmic Dust, Night Sky Coat, Space Walk, Moonlit Balcony,
        Shooting Star Ride, Galaxy Eyes, Star Sailor, Eclipse"""),
    Theme("blocks", 95, "A person, a pet or a toy", """Brick Figure, Pixel Hero,
        Cardboard World, Toy Box Alive, Paper Cut-out, Clay Buddy, Felt Puppet, Action Figure,
        Doll House Tour, Origami Fold, Tin Robot, Miniature Me"""),
    Theme("leaves", 75, "A pet or a person with a pet", """Cat Conductor, Dog Astronaut,
        Bunny Bounce, Forest Guardian, Fox Spirit, Owl Professor, Panda Kung Fu, Horse Gallop,
        Bear Hug Back, Parrot Pirate, Squirrel Chef, Turtle Marathon"""),
    Theme("film", 12, "One clear portrait", """Silent Movie, Detective Noir, Western Duel,
        Old Family Photo, Runway Walk, Bullet Dodge, Musical Number, Drive-in Night,
        Magazine Cover, Red Carpet, Credits Roll, Director's Cut"""),
    Theme("frames", 285, "One clear portrait, good light", """Oil Portrait, Watercolour Me,
        Comic Panel, Sticker Sheet, Passport Glow, Royal Portrait, Pop Art Four, Pencil Sketch,
        Vintage Stamp, Plush Version, Stained Glass, Trading Card"""),
)  # fmt: skip

# Effects of three to five pictures: motif, name, what to send.
GATHERINGS = (
    ("confetti", "Group Selfie", "Two or three people, each on a photo of their own"),
    ("film", "Family Reunion", "Up to four people, each on a photo of their own"),
    ("stars", "Band on Stage", "Up to five musicians to be, faces clearly visible"),
    ("waves", "Road Trip Crew", "Two or three friends and their car"),
    ("rings", "Through the Years", "Up to four photos of one person, youngest first"),
    ("rays", "Team of Heroes", "Up to five people, full body"),
    ("petals", "Three Wishes", "A portrait, a place and a thing"),
    ("leaves", "Pet Parade", "Up to four pets, one on each photo"),
    ("blocks", "Shelf of Figures", "Up to five people or toys"),
)

# What the vendor's rows call some of them in other languages.
TRANSLATED = {
    "Warm Hug": {
        "ru": "Тёплые объятия",
        "es": "Abrazo cálido",
        "pt": "Abraço caloroso",
        "zh": "温暖拥抱",
        "ar": "عناق دافئ",
    },
    "First Snowfall": {
        "ru": "Первый снег",
        "es": "Primera nevada",
        "pt": "Primeira nevasca",
        "zh": "初雪",
        "ar": "أول تساقط للثلج",
    },
}
