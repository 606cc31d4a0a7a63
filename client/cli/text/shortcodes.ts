// The names by which GitHub, Slack and Discord know the most usual emoji, in one text that is parted where the first is
// needed: whoever types none waits for nothing.

const TABLE = `
+1 👍 -1 👎 thumbsup 👍 thumbsdown 👎 heart ❤️ smile 😄 joy 😂 rofl 🤣 tada 🎉 eyes 👀 fire 🔥 rocket 🚀 ok 🆗
ok_hand 👌 clap 👏 pray 🙏 wave 👋 raised_hands 🙌 muscle 💪 point_up ☝️ point_down 👇 point_left 👈 point_right 👉
point_up_2 👆 v ✌️ crossed_fingers 🤞 metal 🤘 call_me_hand 🤙 handshake 🤝 fist ✊ punch 👊 raised_hand ✋ vulcan_salute 🖖
pinched_fingers 🤌 writing_hand ✍️ ear 👂 brain 🧠 heart_hands 🫶
smiley 😃 grinning 😀 grin 😁 laughing 😆 sweat_smile 😅 slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 blush 😊
innocent 😇 heart_eyes 😍 star_struck 🤩 kissing_heart 😘 yum 😋 stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 zany_face 🤪
hugs 🤗 hand_over_mouth 🤭 shushing_face 🤫 thinking 🤔 zipper_mouth_face 🤐 raised_eyebrow 🤨 neutral_face 😐 expressionless 😑
no_mouth 😶 smirk 😏 unamused 😒 roll_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔 sleepy 😪 sleeping 😴 mask 😷 nauseated_face 🤢
vomiting_face 🤮 sneezing_face 🤧 hot_face 🥵 cold_face 🥶 woozy_face 🥴 dizzy_face 😵 exploding_head 🤯 cowboy_hat_face 🤠
partying_face 🥳 sunglasses 😎 nerd_face 🤓 monocle_face 🧐 confused 😕 worried 😟 slightly_frowning_face 🙁 open_mouth 😮
astonished 😲 flushed 😳 pleading_face 🥺 fearful 😨 cold_sweat 😰 cry 😢 sob 😭 scream 😱 disappointed 😞 sweat 😓 weary 😩
tired_face 😫 yawning_face 🥱 triumph 😤 angry 😠 rage 😡 salute 🫡 melting_face 🫠 saluting_face 🫡 smiling_imp 😈 skull 💀
poop 💩 clown_face 🤡 ghost 👻 alien 👽 robot 🤖 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊
orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔
sparkling_heart 💖 two_hearts 💕 kiss 💋 100 💯 boom 💥 dizzy 💫 sweat_drops 💦 dash 💨 zzz 💤 speech_balloon 💬 sparkles ✨
star ⭐ star2 🌟 zap ⚡ sunny ☀️ cloud ☁️ rainbow 🌈 snowflake ❄️ snowman ⛄ ocean 🌊 droplet 💧 moon 🌔 earth_africa 🌍
shrug 🤷 facepalm 🤦 no_good 🙅 ok_woman 🙆 raising_hand 🙋 bow 🙇 runner 🏃 dancer 💃 baby 👶 ninja 🥷 detective 🕵️
dog 🐶 cat 🐱 mouse 🐭 rabbit 🐰 fox_face 🦊 bear 🐻 panda_face 🐼 frog 🐸 monkey 🐒 chicken 🐔 penguin 🐧 bird 🐦 duck 🦆
owl 🦉 unicorn 🦄 bee 🐝 bug 🐛 butterfly 🦋 snail 🐌 turtle 🐢 snake 🐍 octopus 🐙 whale 🐳 crab 🦀 elephant 🐘 sloth 🦥
rose 🌹 tulip 🌷 sunflower 🌻 seedling 🌱 evergreen_tree 🌲 cactus 🌵 four_leaf_clover 🍀 mushroom 🍄
apple 🍎 banana 🍌 lemon 🍋 strawberry 🍓 cherries 🍒 peach 🍑 avocado 🥑 eggplant 🍆 corn 🌽 bread 🍞 cheese 🧀 egg 🥚
hamburger 🍔 fries 🍟 pizza 🍕 hotdog 🌭 taco 🌮 ramen 🍜 sushi 🍣 icecream 🍦 doughnut 🍩 cookie 🍪 birthday 🎂 cake 🍰
chocolate_bar 🍫 popcorn 🍿 coffee ☕ tea 🍵 beer 🍺 beers 🍻 wine_glass 🍷 cocktail 🍸 champagne 🍾 clinking_glasses 🥂
soccer ⚽ basketball 🏀 tennis 🎾 dart 🎯 video_game 🎮 game_die 🎲 trophy 🏆 medal_sports 🏅 1st_place_medal 🥇 art 🎨
guitar 🎸 musical_note 🎵 notes 🎶 microphone 🎤 headphones 🎧 balloon 🎈 confetti_ball 🎊 gift 🎁 christmas_tree 🎄
jack_o_lantern 🎃 bike 🚲 car 🚗 bus 🚌 train 🚋 airplane ✈️ ship 🚢 construction 🚧 rotating_light 🚨 house 🏠 office 🏢
watch ⌚ phone ☎️ iphone 📱 computer 💻 keyboard ⌨️ desktop_computer 🖥️ floppy_disk 💾 camera 📷 tv 📺 bulb 💡 battery 🔋
electric_plug 🔌 book 📖 books 📚 memo 📝 pencil2 ✏️ calendar 📆 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉
clipboard 📋 pushpin 📌 paperclip 📎 scissors ✂️ lock 🔒 unlock 🔓 key 🔑 hammer 🔨 wrench 🔧 gear ⚙️ package 📦 email 📧
inbox_tray 📥 outbox_tray 📤 wastebasket 🗑️ link 🔗 mag 🔍 bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 money_with_wings 💸
moneybag 💰 gem 💎 bomb 💣 pill 💊 hourglass ⌛ alarm_clock ⏰ stopwatch ⏱️ checkered_flag 🏁 white_flag 🏳️ rainbow_flag 🏳️‍🌈
white_check_mark ✅ heavy_check_mark ✔️ x ❌ heavy_plus_sign ➕ heavy_minus_sign ➖ question ❓ exclamation ❗ bangbang ‼️
interrobang ⁉️ warning ⚠️ no_entry ⛔ no_entry_sign 🚫 recycle ♻️ information_source ℹ️ arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️
arrow_right ➡️ arrows_counterclockwise 🔄 back 🔙 soon 🔜 top 🔝 new 🆕 free 🆓 cool 🆒 sos 🆘 red_circle 🔴
orange_circle 🟠 yellow_circle 🟡 green_circle 🟢 large_blue_circle 🔵 black_circle ⚫ white_circle ⚪
`;

let table: ReadonlyMap<string, string> | undefined;

/** The emoji of a name that is written between two colons; undefined for one that is not known. */
export function emojiNamed(name: string): string | undefined {
  return named().get(name.toLowerCase());
}

/** The names that begin so, the most usual first, each with its emoji. */
export function shortcodesLike(beginning: string): [name: string, emoji: string][] {
  const wanted = beginning.toLowerCase();
  return [...named()].filter(([name]) => name.startsWith(wanted));
}

function named(): ReadonlyMap<string, string> {
  if (table !== undefined) return table;
  const words = TABLE.trim().split(/\s+/);
  table = new Map(words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? ""] as const] : [])));
  return table;
}
